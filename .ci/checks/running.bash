# Sourced by .ci/run and .ci/deep: runs the build and the checks, the latter side by side, and adds up what they say.
#
#   SHARED   the folder of the real data, ../shared unless set: iana/snapshots-2016-2019.tar.xz, checks/fake_iana.py,
#            checks/check_diff.py

set -uo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1
export SHARED=${SHARED:-$PWD/../shared}
passed=0 failed=0
said=$(mktemp -d "${TMPDIR:-/tmp}/ianawatch-said.XXXXXX")
# What each check takes, one a line: seconds, a tab, the check.
seconds=$said/seconds
: >"$seconds"
declare -A checks=()

trap 'kill $(jobs -p) 2>/dev/null; wait; rm -rf "$said"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

run() {
    printf '\n$ %s\n' "$*"
    "$@"
}

# build WORD...: what Maven is told. The ten slowest tests are shown, so that one that grows is seen.
build() {
    local began=$SECONDS
    if run mvn -B -ntp "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
    printf '%d\t%s\n' $((SECONDS - began)) "mvn $*" >>"$seconds"
    printf '\nThe slowest tests, in seconds:\n'
    python3 .ci/checks/slowest.py target/surefire-reports target/failsafe-reports
}

# The checks need the real data, the program, and a store of all files that is imported once; without the data there is nothing to do.
can_check() {
    if [ ! -d "$SHARED/iana" ]; then
        printf '\nThere is no real data in %s: the checks on it are left out.\n' "$SHARED"
        return 1
    fi
    export SNAPSHOTS=$said/snapshots IMPORTED=$said/imported
    mkdir "$SNAPSHOTS"
    if ! run bin/ianawatch --version || ! run tar -xJf "$SHARED/iana/snapshots-2016-2019.tar.xz" -C "$SNAPSHOTS" ||
        ! run bin/ianawatch import --quiet --home "$IMPORTED" "$SNAPSHOTS"; then
        failed=$((failed + 1))
        return 1
    fi
}

# check NAME [ARGUMENT...]: starts it once fewer than two are running; one that hangs is ended after an hour.
check() {
    [ "${#checks[@]}" -lt 2 ] || end_one
    (
        began=$SECONDS
        timeout --kill-after=30 3600 ".ci/checks/$1" "${@:2}" >"$said/$1" 2>&1
        printf '%d\t%s\n' $((SECONDS - began)) "$*" >"$said/$1.seconds"
    ) </dev/null &
    checks[$!]=$*
}

# Waits for one of the checks, shows what it said, and adds up its own count, which is its last line. A check that ends in another
# way has failed as a whole.
end_one() {
    local ended name last
    wait -n -p ended "${!checks[@]}"
    name=${checks[$ended]%% *}
    printf '\n$ .ci/checks/%s\n' "${checks[$ended]}"
    cat "$said/$name"
    last=$(tail -n 1 "$said/$name")
    cat "$said/$name.seconds" >>"$seconds"
    unset "checks[$ended]"
    if [[ $last =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
        passed=$((passed + BASH_REMATCH[1]))
        failed=$((failed + BASH_REMATCH[2]))
    else
        echo "FAILED  $name did not come to its end"
        failed=$((failed + 1))
    fi
}

finish_all() {
    while [ "${#checks[@]}" -gt 0 ]; do end_one; done
    printf '\nWhat took how long, in seconds; %d in all:\n' "$SECONDS"
    sort -rn "$seconds"
    printf '\n%d passed, %d failed\n' "$passed" "$failed"
    [ "$failed" -eq 0 ]
    exit
}
