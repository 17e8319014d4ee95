# Sourced by the checks: where things are, how to count, and the server that stands in for www.iana.org.
#
#   SHARED   the folder that holds the real snapshots, the server and the checker; beside the repository unless set

set -uo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
shared=${SHARED:-$root/../shared}
check=$(basename "$0")
ianawatch=$root/bin/ianawatch
# A folder of its own for each check, so that checks can run side by side.
scratch=$(mktemp -d "${TMPDIR:-/tmp}/ianawatch-$check.XXXXXX")
snapshots=$scratch/snapshots
csv_path=/assignments/service-names-port-numbers/service-names-port-numbers.csv
server_pid='' server=''
started=()
passed=0 failed=0

trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

clean_up() {
    local process
    for process in $server_pid "${started[@]}"; do kill "$process" 2>/dev/null; done
    rm -rf "$scratch"
}

# Nothing of the caller's settings, and no proxy, stands between the program and the server on this machine.
unset IANAWATCH_HOME IANAWATCH_SOURCE IANAWATCH_CONFIG STATE_DIRECTORY IANAWATCH_JAVA_OPTIONS
unset HTTP_PROXY HTTPS_PROXY ALL_PROXY http_proxy https_proxy all_proxy

pass() {
    passed=$((passed + 1))
    printf 'ok      %s: %s\n' "$check" "$1"
}

# fail WHAT [DETAIL]
fail() {
    failed=$((failed + 1))
    printf 'FAILED  %s: %s\n' "$check" "$1"
    [ -z "${2:-}" ] || printf '%s\n' "$2" | head -n 20 | sed 's/^/            /'
}

# expect WHAT WANTED GOT: both are texts.
expect() {
    if [ "$2" = "$3" ]; then
        pass "$1"
    else
        fail "$1" "$(diff <(printf '%s\n' "$2") <(printf '%s\n' "$3"))"
    fi
}

# succeeds WHAT COMMAND...
succeeds() {
    local what=$1 said
    shift
    if said=$("$@" 2>&1); then pass "$what"; else fail "$what" "exit code $? of: $* : $said"; fi
}

finish() {
    printf '%d passed, %d failed\n' "$passed" "$failed"
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
    exit
}

# Sets snapshots to the folder of the real files, and files to their paths. SNAPSHOTS names it where they were unpacked before.
unpack() {
    if [ -n "${SNAPSHOTS:-}" ]; then
        snapshots=$SNAPSHOTS
    else
        mkdir -p "$snapshots"
        tar -xJf "$shared/iana/snapshots-2016-2019.tar.xz" -C "$snapshots" || exit 1
    fi
    mapfile -t files < <(find "$snapshots" -name '*.csv' | LC_ALL=C sort)
    [ "${#files[@]}" -gt 1 ] || {
        echo "$check: there are no snapshots in $shared/iana" >&2
        exit 1
    }
}

# import_all HOME: a store of all files, a copy of one that was made before where IMPORTED names it.
import_all() {
    if [ -n "${IMPORTED:-}" ]; then
        cp -r "$IMPORTED" "$1"
    else
        "$ianawatch" import --quiet --home "$1" "$snapshots"
    fi
}

# serve FOLDER: sets server to an address such as http://127.0.0.1:40123, which is at the folder's first snapshot.
serve() {
    coproc SERVER { exec python3 "$shared/checks/fake_iana.py" "$1"; }
    server_pid=$SERVER_PID
    local line
    read -r line <&"${SERVER[0]}" || {
        echo "$check: the server did not start" >&2
        exit 1
    }
    server=http://127.0.0.1:${line#listening }
    source=$server$csv_path
}

# order NEXT: tells the server what to do next; see fake_iana.py.
order() {
    curl -fsS -X POST "$server/_/$1" >/dev/null || {
        echo "$check: the server does not answer" >&2
        exit 1
    }
}

# Waits until no other check has Maven build in this checkout, and keeps others waiting until this one has ended.
build_alone() {
    local lock
    mkdir -p "$root/target"
    exec {lock}>"$root/target/maven.lock"
    flock "$lock"
}

sha256_of() {
    sha256sum "$1" | cut -d ' ' -f 1
}

# The hashes of a home's snapshots, oldest first.
hashes() {
    "$ianawatch" log --home "$1" --format json | sed -n 's/.*"sha256": *"\([0-9a-f]*\)".*/\1/p' | tac
}

# The hashes that a store must have of these files, oldest first: a file that equals the one before is no snapshot.
expected_hashes() {
    sha256sum "$@" | cut -d ' ' -f 1 | uniq
}

# Every recorded change of a home, without the times at which its snapshots were seen.
changes() {
    "$ianawatch" log --home "$1" --changes --format json | grep -v '"observed_at"'
}

now_milliseconds() {
    local now=${EPOCHREALTIME/[.,]/}
    echo $((now / 1000))
}
