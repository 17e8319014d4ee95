# Sourced by the checks of alerts, after setup.bash: the servers that alerts go to, and a configuration in which three rules tell
# every kind of channel.

received=$scratch/received.jsonl
feed=$scratch/ports.atom
configuration=$scratch/ianawatch.toml
channels=(mail sendmail slack teams discord ntfy webhook command atom)
password=word-of-honour
# Each secret has this in it, so that one that is said somewhere is found.
mark=hush9f3c

# receive SEED: starts GreenMail, and what takes the rest and stands before GreenMail. Sets receivers to the latter's address.
receive() {
    local mail_port pop3_port http_port smtp_port
    make_certificate
    (cd "$root" && mvn -B -ntp -q test-compile dependency:build-classpath -DincludeScope=test \
        -Dmdep.outputFile="$scratch/class-path") >"$scratch/maven" 2>&1 || give_up "the tests are not compiled" "$scratch/maven"
    exec {mail_out}< <(exec java -cp "$root/target/test-classes:$(cat "$scratch/class-path")" \
        org.ianawatch.receivers.MailReceiver network@example.org network "$password" 2>"$scratch/mail.errors")
    started+=($!)
    read -r _ mail_port pop3_port <&"$mail_out" || give_up "GreenMail did not start" "$scratch/mail.errors"
    exec {receivers_out}< <(exec python3 "$root/.ci/checks/receivers.py" "$received" --mail-port "$mail_port" \
        --certificate "$scratch/mail.pem" --seed "$1" 2>"$scratch/receivers.errors")
    started+=($!)
    read -r _ http_port smtp_port <&"$receivers_out" || give_up "the receivers did not start" "$scratch/receivers.errors"
    receivers=http://127.0.0.1:$http_port
    export RECEIVERS=$receivers POP3_PORT=$pop3_port
    configure "$smtp_port"
}

give_up() {
    echo "$check: $1" >&2
    cat "$2" >&2
    exit 1
}

# For 127.0.0.1, and trusted by the programs that are started from here on.
make_certificate() {
    {
        openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=127.0.0.1 \
            -addext subjectAltName=IP:127.0.0.1 -keyout "$scratch/key.pem" -out "$scratch/certificate.pem" &&
            cat "$scratch/key.pem" "$scratch/certificate.pem" >"$scratch/mail.pem" &&
            "${JAVA_HOME:+$JAVA_HOME/bin/}keytool" -importcert -noprompt -alias mail -file "$scratch/certificate.pem" \
                -storetype PKCS12 -keystore "$scratch/trusted.p12" -storepass changeit
    } >"$scratch/certificate.log" 2>&1 || give_up "there is no certificate" "$scratch/certificate.log"
    export IANAWATCH_JAVA_OPTIONS="-Djavax.net.ssl.trustStore=$scratch/trusted.p12 -Djavax.net.ssl.trustStorePassword=changeit"
}

# A program as the channels start them: what it reads goes to the receivers.
make_program() {
    cat >"$1" <<'END'
#!/bin/sh
exec curl --fail --silent --max-time 60 --data-binary @- --header "Ianawatch-Run: $RUN" --header "Expect:" \
    --header "Arguments: $*" --header "Message: $IANAWATCH_MESSAGE_ID $IANAWATCH_MESSAGE_KIND $IANAWATCH_MESSAGE_RULE" \
    "$RECEIVERS/$(basename "$0")/"
END
    chmod +x "$1"
}

configure() {
    make_program "$scratch/sendmail"
    make_program "$scratch/command"
    printf '%s\n' "$password" >"$scratch/password"
    printf '%s\n' "$receivers/teams/$mark-teams" >"$scratch/teams-url"
    printf '%s\n' "$mark-topic" >"$scratch/topic"
    printf 'whsec_%s\n' "$(printf '%s-key-of-the-webhook-now' "$mark" | base64)" >"$scratch/webhook-key"
    export SLACK_URL="$receivers/slack/$mark-slack" DISCORD_TOKEN="$mark-discord" NTFY_TOKEN="$mark-token" \
        HOOK_URL="$receivers/webhook/$mark-hook" BEARER="$mark-bearer"
    OLD_KEY="whsec_$(printf '%s-key-of-the-webhook-before' "$mark" | base64)"
    export OLD_KEY
    cat >"$configuration" <<END
[[rules]]
name = "lab"
ports = "272-279"
channels = [$(printf '"%s", ' "${channels[@]}")]

[[rules]]
name = "new-user-ports"
kinds = "assigned"
range_class = "user"
channels = [$(printf '"%s", ' "${channels[@]}")]

[[rules]]
name = "all"
channels = [$(printf '"%s", ' "${channels[@]}")]

[channels.mail]
type = "email"
from = "ianawatch <ianawatch@example.org>"
to = "network@example.org"
host = "127.0.0.1"
port = $1
user = "network"
password_file = "password"
timeout_seconds = 20

[channels.sendmail]
type = "email"
from = "ianawatch <ianawatch@example.org>"
to = ["network@example.org", "Security <security@example.org>"]
sendmail = "$scratch/sendmail"

[channels.slack]
type = "slack"
url = "\${SLACK_URL}"

[channels.teams]
type = "teams"
url_file = "teams-url"

[channels.discord]
type = "discord"
url = "$receivers/discord/\${DISCORD_TOKEN}"

[channels.ntfy]
type = "ntfy"
url = "$receivers/ntfy"
topic_file = "topic"
token = "\${NTFY_TOKEN}"

[channels.webhook]
type = "webhook"
url = "\${HOOK_URL}"
secret_file = "webhook-key"
old_secret = "\${OLD_KEY}"
authorization = "Bearer \${BEARER}"

[channels.command]
type = "command"
command = ["$scratch/command", "--registry", "two words"]

[channels.atom]
type = "atom"
file = "ports.atom"
url = "https://www.example.org/ports.atom"
entries = 1000
END
    export IANAWATCH_CONFIG=$configuration
}

# tell ORDER: see receivers.py.
tell() {
    curl -fsS -X POST "$receivers/_/$1" >/dev/null || {
        echo "$check: the receivers do not answer" >&2
        cat "$scratch/receivers.errors" >&2
        exit 1
    }
}

# begin_run NAME: what arrives from here on belongs to it.
begin_run() {
    export RUN=$1
    tell "run/$1"
}

# look HOME: sets pending and parked to the numbers of such deliveries.
look() {
    { read -r pending && read -r parked; } < <("$ianawatch" deliveries list --home "$1" --format json | python3 -c '
import json, sys
waiting = json.load(sys.stdin)
for state in ("pending", "parked"):
    print(*[delivery["number"] for delivery in waiting if delivery["state"] == state])')
}

# try_again HOME: what is pending, as look found it, is due at once and not after the usual pause.
try_again() {
    [ -z "$pending" ] || "$ianawatch" deliveries retry --all --home "$1" >/dev/null || fail "deliveries retry --all"
}
