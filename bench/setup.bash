# Sourced by the scripts beside it, which set scratch: the programs to compare with, a server, and the JDK.

server_pid=''
trap '[ -z "$server_pid" ] || kill "$server_pid"; rm -rf "$scratch"' EXIT

# Nothing of the caller's settings, and no proxy, stands between the program and the server on this machine.
unset IANAWATCH_HOME IANAWATCH_SOURCE STATE_DIRECTORY IANAWATCH_JAVA_OPTIONS
unset HTTP_PROXY HTTPS_PROXY ALL_PROXY http_proxy https_proxy all_proxy
export IANAWATCH_CONFIG=$scratch/config.toml
: >"$IANAWATCH_CONFIG"

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
java_version=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.version = //p')
java_home=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.home = //p')

# What no program on this JVM can be quicker than, with the options of bin/ianawatch.
cat >"$scratch/Hello.java" <<'END'
class Hello {
    public static void main(String[] arguments) {
        System.out.println("hello");
    }
}
END
"${java}c" -d "$scratch" "$scratch/Hello.java"
hello=("$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xshare:auto -cp "$scratch" Hello)

# Only GNU's time tells of memory in this way.
meter=()
if gnu_time=$(type -P time) && "$gnu_time" -f %M -o "$scratch/metered" true 2>/dev/null; then
    meter=("$gnu_time" -a -f 'metered %U %S %M' -o "$scratch/metered")
fi

left_out() {
    echo "($1 is left out: $2)"
    return 1
}

daff_version=1.4.2
install_daff() {
    npm install --silent --no-audit --no-fund --prefix "$scratch/daff" "daff@$daff_version" >"$scratch/npm" 2>&1 ||
        left_out daff "npm does not give it" || return
    daff=$scratch/daff/node_modules/.bin/daff
}

# The shell, or else Python's module, which then reads the CSV in Python.
find_sqlite() {
    if type -P sqlite3 >/dev/null; then
        sqlite_name="sqlite3 .import --csv B ($(sqlite3 --version | cut -d ' ' -f 1))"
        sqlite=(sqlite3 "$scratch/table.db" ".import --csv '$newer' registry")
    elif python3 -c 'import sqlite3' 2>/dev/null; then
        sqlite_name="Python's csv and sqlite3, of B"
        sqlite=(python3 -c '
import csv, sqlite3, sys
rows = csv.reader(open(sys.argv[1], newline="", encoding="utf-8"))
columns = ", ".join("\"%s\"" % title for title in next(rows))
with sqlite3.connect(sys.argv[2]) as database:
    database.execute("CREATE TABLE registry (%s)" % columns)
    database.executemany("INSERT INTO registry VALUES (%s)" % ", ".join("?" * 12), rows)
' "$newer" "$scratch/table.db")
    else
        left_out sqlite3 "neither its shell nor Python's module is there"
    fi
}

# serve FILE: sets source to an address of it, and secure to one over TLS. The server answers 304 to If-Modified-Since.
serve() {
    local ports
    type -P python3 >/dev/null || left_out sync "there is no python3 to serve a file" || return
    mkdir "$scratch/served"
    cp -p "$1" "$scratch/served/service-names-port-numbers.csv"
    certify || true
    coproc SERVER { exec python3 -u -c '
import functools, http.server, os, ssl, sys, threading
handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=sys.argv[1])
plain = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
secure = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
if os.path.exists(sys.argv[2]):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[2])
    secure.socket = context.wrap_socket(secure.socket, server_side=True)
threading.Thread(target=secure.serve_forever, daemon=True).start()
print(plain.server_port, secure.server_port)
plain.serve_forever()
' "$scratch/served" "$scratch/server.pem" 2>/dev/null; }
    server_pid=$SERVER_PID
    read -ra ports <&"${SERVER[0]}"
    source=http://127.0.0.1:${ports[0]}/service-names-port-numbers.csv
    secure=''
    [ ! -f "$scratch/trusted.jks" ] || secure=https://127.0.0.1:${ports[1]}/service-names-port-numbers.csv
}

# A certificate for this machine, and a store with it beside the authorities that Java trusts.
certify() {
    type -P openssl >/dev/null || left_out "sync over TLS" "there is no openssl to make a certificate" || return
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=127.0.0.1 \
        -addext subjectAltName=IP:127.0.0.1 -keyout "$scratch/key.pem" -out "$scratch/certificate.pem" 2>"$scratch/openssl"
    cat "$scratch/key.pem" "$scratch/certificate.pem" >"$scratch/server.pem"
    cp -L "$java_home/lib/security/cacerts" "$scratch/trusted.jks"
    chmod u+w "$scratch/trusted.jks"
    "${java%java}keytool" -importcert -noprompt -alias server -file "$scratch/certificate.pem" \
        -keystore "$scratch/trusted.jks" -storepass changeit 2>"$scratch/keytool"
}
