# Installs what dashboard/packages lists. Sourced by dashboard/run, tests/run and .ci/run:
#   install_packages            the build's and the program's
#   install_packages @test @ci  those of the tests and of CI too
# Nothing is asked of the network when everything is there. Needs root or sudo otherwise.

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# The names, one line a package, that are wanted and not there; alternatives stay joined by |.
missing_packages() {
    local line names word mark unless name found
    while read -r line; do
        case "$line" in ''|'#'*) continue ;; esac
        names=${line%% *} mark='' unless=''
        for word in $line; do
            case "$word" in @*) mark=$word ;; unless:*) unless=${word#unless:} ;; esac
        done
        case " $* " in *" $mark "*) ;; *) [ -z "$mark" ] || continue ;; esac
        if [ -n "$unless" ] && command -v "$unless" >/dev/null 2>&1; then continue; fi
        found=''
        for name in ${names//|/ }; do if installed "$name"; then found=1; fi; done
        [ -n "$found" ] || printf '%s\n' "$names"
    done < "$REGIEKAMER_TOP/dashboard/packages"
}

install_packages() {
    local missing names name chosen wanted=()
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    if ! command -v apt-get >/dev/null 2>&1; then
        echo "These packages are missing, and apt-get is not here to install them:" $missing >&2
        return 1
    fi
    if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null 2>&1; then
        echo "These packages are missing; install them as root:" $missing >&2
        return 1
    fi
    echo "Installing packages:" $missing >&2
    as_root apt-get update -qq || echo "apt-get update failed; trying with the lists that are here." >&2
    for names in $missing; do
        chosen=''
        for name in ${names//|/ }; do
            if [ -z "$chosen" ] && [ -n "$(apt-cache policy "$name" 2>/dev/null | grep -E 'Candidate: [^(]')" ]; then
                chosen=$name
            fi
        done
        if [ -n "$chosen" ]; then wanted+=("$chosen"); else echo "This release has no package $names; going on without." >&2; fi
    done
    [ ${#wanted[@]} -gt 0 ] || return 0
    # --no-remove: Debian 12's libboost-json1.81-dev conflicts with the 1.74 headers; never take those away unasked.
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends --no-remove "${wanted[@]}" >&2 || {
        echo "apt-get could not install these packages (on Debian 12: libboost1.74 headers must be removed first, if they are there)." >&2
        return 1
    }
}
