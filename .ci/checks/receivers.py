#!/usr/bin/env python3
"""Takes what ianawatch sends to its channels, answers as it is told, and writes all of it down.

usage: receivers.py RECEIVED --mail-port PORT --certificate FILE --seed TEXT

Prints `listening HTTP_PORT SMTP_PORT`. What is posted to /CHANNEL/... is for that channel. The SMTP port demands STARTTLS, by
the certificate and key in FILE, and hands over to the server on --mail-port. Driven by requests to itself:

  POST /_/answers/KIND              well (every request is accepted); faulty (at random: accepted, 429 with Retry-After, 500,
                                    closed without an answer; the same for mails); slow (faulty, and after a while);
                                    gone (404); hanging (no answer as long as it hangs)
  POST /_/answers/KIND/CHANNEL      the same for one channel
  POST /_/run/NAME                  what arrives from here on belongs to that run
  POST /_/kill/PID/NUMBER/MOMENT    kills the process with the NUMBER-th request from here on: when it has `arrived`, `before` or
                                    `after` its answer, or a little `later`

RECEIVED gets a JSON object a line: run, channel, at, path, headers, body, and answer, which is `accepted` or what else it was.
"""
import argparse
import json
import os
import random
import signal
import socket
import ssl
import threading
import time
from collections import defaultdict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ACCEPTED = "accepted"
# What each kind of server says when it has the message.
YES = {"slack": (200, b"ok"), "teams": (202, b""), "discord": (200, b'{"id": "1"}'), "ntfy": (200, b'{"id": "a"}'),
       "webhook": (204, b"")}
FAULTS = (ACCEPTED,) * 9 + ("429", "500", "closed")


class State:
    def __init__(self, received, seed):
        self.lock = threading.Lock()
        self.received = open(received, "a", encoding="utf-8")
        self.run, self.kinds = "", defaultdict(lambda: "well")
        # One sequence for each channel, which sends one message after the other: the same seed is the same run.
        self.dice = defaultdict(lambda: random.Random())
        self.seed = seed
        self.pid, self.left, self.moment = 0, 0, ""
        self.released = threading.Event()

    def kind(self, channel):
        return self.kinds[channel] if channel in self.kinds else self.kinds["*"]

    def dice_of(self, channel):
        if channel not in self.dice:
            self.dice[channel].seed(self.seed + " " + channel)
        return self.dice[channel]

    def arrived(self, channel):
        """What to answer, and whether the process is to be killed with this request."""
        with self.lock:
            kind, dice = self.kind(channel), self.dice_of(channel)
            fate = {"well": ACCEPTED, "gone": "404", "hanging": "hanging"}.get(kind) or dice.choice(FAULTS)
            pause = dice.uniform(0, 0.3) if kind == "slow" else 0
            self.left -= 1
            moment = self.moment if self.pid and self.left == 0 else None
        self.reach("arrived", moment)
        time.sleep(pause)
        return fate, moment

    def reach(self, here, moment):
        if here != moment:
            return
        with self.lock:
            pid, self.pid = self.pid, 0
            pause = self.dice_of("kill").uniform(0, 0.25)
        if here == "later":
            time.sleep(pause)
        try:
            os.kill(pid, signal.SIGKILL)
            self.write(channel="", answer="killed", body=here)
        except ProcessLookupError:
            pass

    def write(self, run=None, **what):
        with self.lock:
            self.received.write(json.dumps({"run": self.run if run is None else run, "at": time.time(), **what}) + "\n")
            self.received.flush()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    state = None

    def log_message(self, *_):
        pass

    def do_POST(self):
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        if len(body) < length:
            return None  # Whoever was killed while speaking has sent nothing.
        parts = self.path.strip("/").split("/")
        if parts[0] == "_":
            return self.order(*parts[1:])
        return self.receive(parts[0], body)

    def order(self, what, *arguments):
        state = self.state
        with state.lock:
            if what == "answers":
                state.kinds[arguments[1] if len(arguments) > 1 else "*"] = arguments[0]
                if arguments[0] != "hanging":
                    state.released.set()
                    state.released = threading.Event()
            elif what == "run":
                state.run = arguments[0]
            elif what == "kill":
                state.pid, state.left, state.moment = int(arguments[0]), int(arguments[1]), arguments[2]
            else:
                return self.answer(404)
        return self.answer(200)

    def receive(self, channel, body):
        # What a killed process has started may come when another run has begun.
        run = self.headers.get("Ianawatch-Run") or self.state.run
        released = self.state.released
        fate, moment = self.state.arrived(channel)
        self.state.write(run=run, channel=channel, path=self.path, headers=list(self.headers.items()),
                         body=body.decode(), answer=fate)
        self.state.reach("before", moment)
        if fate == ACCEPTED:
            self.answer(*YES.get(channel, (200, b"")))
        elif fate == "429":
            self.answer(429, b"slow down", ("Retry-After", "3600"))
        elif fate in ("404", "500"):
            # A server may repeat what it was asked.
            self.answer(int(fate), ("no such thing as " + self.path).encode())
        else:
            if fate == "hanging":
                released.wait()
            self.connection.shutdown(socket.SHUT_RDWR)
            self.close_connection = True
        self.state.reach("after", moment)
        self.state.reach("later", moment)

    def answer(self, status, body=b"", *headers):
        try:
            self.send_response(status)
            for header in headers:
                self.send_header(*header)
            if status != 204:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        except OSError:
            self.close_connection = True


class Mail:
    """One connection to the mail server, from its greeting on."""

    def __init__(self, state, client, context, mail_port):
        self.state, self.client, self.context, self.mail_port = state, client, context, mail_port
        self.run = state.run
        self.reader = client.makefile("rb")
        self.fate = self.moment = None

    def say(self, line):
        self.client.sendall(line + b"\r\n")

    def talk(self):
        self.say(b"220 ready")
        for line in self.reader:
            word = line.split()[0].upper() if line.split() else b""
            if word == b"EHLO":
                self.say(b"250-here\r\n250 STARTTLS")
            elif word == b"STARTTLS":
                self.say(b"220 go ahead")
                return self.secretly()
            elif word == b"QUIT":
                return self.say(b"221 bye")
            else:
                self.state.write(run=self.run, channel="mail", body=line.decode(), answer="in the open")
                self.say(b"530 Must issue a STARTTLS command first")

    def secretly(self):
        self.client = self.context.wrap_socket(self.client, server_side=True)
        self.reader = self.client.makefile("rb")
        with socket.create_connection(("127.0.0.1", self.mail_port)) as server:
            answers = server.makefile("rb")
            answers.readline()
            for line in self.reader:
                if line.upper().startswith(b"DATA"):
                    self.fate, self.moment = self.state.arrived("mail")
                    if self.fate != ACCEPTED and not self.refuse():
                        return
                    if self.fate != ACCEPTED:
                        continue
                server.sendall(line)
                answer = self.relay(answers)
                if line.upper().startswith(b"DATA") and answer.startswith(b"354"):
                    self.data(server, answers)

    def relay(self, answers):
        line = answers.readline()
        while line[3:4] == b"-":
            self.client.sendall(line)
            line = answers.readline()
        self.client.sendall(line)
        return line

    def data(self, server, answers):
        text = b""
        for line in self.reader:
            server.sendall(line)
            if line == b".\r\n":
                break
            text += line[1:] if line.startswith(b"..") else line
        else:
            return
        answer = answers.readline()
        self.note(ACCEPTED if answer.startswith(b"250") else answer.decode(), text)
        self.state.reach("before", self.moment)
        self.client.sendall(answer)
        self.state.reach("after", self.moment)
        self.state.reach("later", self.moment)

    def refuse(self):
        """False when nothing more is said."""
        self.note(self.fate, b"")
        self.state.reach("before", self.moment)
        said = {"429": b"450 later", "500": b"451 out of order", "404": b"554 no such thing"}.get(self.fate)
        if said:
            self.say(said)
        elif self.fate == "hanging":
            self.state.released.wait()
        self.state.reach("after", self.moment)
        self.state.reach("later", self.moment)
        return said is not None

    def note(self, answer, text):
        self.state.write(run=self.run, channel="mail", body=text.decode("latin-1"), answer=answer)


def serve_mail(state, listening, context, mail_port):
    def talk(client):
        try:
            with client:
                mail = Mail(state, client, context, mail_port)
                mail.talk()
                mail.client.close()
        except OSError:
            pass  # A client that was killed says no more.

    while True:
        client, _ = listening.accept()
        threading.Thread(target=talk, args=(client,), daemon=True).start()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("received")
    parser.add_argument("--mail-port", type=int, required=True)
    parser.add_argument("--certificate", required=True)
    parser.add_argument("--seed", required=True)
    args = parser.parse_args()
    state = Handler.state = State(args.received, args.seed)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(args.certificate)
    listening = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=serve_mail, args=(state, listening, context, args.mail_port), daemon=True).start()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    print("listening", server.server_address[1], listening.getsockname()[1], flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
