# What app/run and tests/run share: the Debian packages that Onsite is built from, their
# installation, and the build. Sourced by bash, with the repository's root as working directory.
# Everything printed here goes to stderr: stdout belongs to the program.

app_packages=(
  # to build it
  g++ cmake ninja-build pkgconf
  nlohmann-json3-dev libexpected-dev libcli11-dev libsqlitecpp-dev libsqlite3-dev
  libstemmer-dev libseccomp-dev libcurl4-openssl-dev libre2-dev
  libimgui-dev libstb-dev libmd4c-dev libglfw3-dev libgl-dev libfontconfig-dev libfreetype-dev
  libhunspell-dev
  # to run it: the sandbox, the languages of the answers, a dictionary for the spelling of prose, the
  # fonts, certificates for the endpoint
  bubblewrap python3 python3-numpy nodejs hunspell-en-us
  fonts-inter fonts-jetbrains-mono fonts-dejavu-core ca-certificates
)
test_packages=(libgtest-dev libgmock-dev libcpp-httplib-dev openssl python3-jsonschema xvfb xdotool imagemagick
  appstream desktop-file-utils dpkg-dev
  chromium chromium-driver)  # the exported page is opened in a real browser

# install_packages NAME…: installs those that are missing; asks for sudo only if there are any.
install_packages() {
  command -v dpkg-query apt-get >/dev/null || {
    echo "Onsite sets itself up on Debian 12, Ubuntu 24.04 and newer; elsewhere install the" \
      "equivalents of: $*" >&2
    return 1
  }
  local installed missing=() name
  # dpkg-query fails when it has never heard of one of them.
  installed=$(dpkg-query -W -f ' ${db:Status-Status} ${Package} \n' "$@" 2>/dev/null || true)
  for name in "$@"; do
    [[ $installed == *" installed $name "* ]] || missing+=("$name")
  done
  [ ${#missing[@]} -gt 0 ] || return 0

  local as_root=(env DEBIAN_FRONTEND=noninteractive)
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
      echo "Packages are missing and there is no sudo; as root, run:" \
        "apt-get install --no-install-recommends ${missing[*]}" >&2
      return 1
    }
    as_root=(sudo "${as_root[@]}")
  fi
  echo "Installing ${#missing[@]} packages: ${missing[*]}" >&2
  local apt=("${as_root[@]}" apt-get -qq -o DPkg::Lock::Timeout=120)
  "${apt[@]}" update >&2 || echo "The package lists could not be refreshed; trying as they are." >&2
  "${apt[@]}" install --yes --no-install-recommends "${missing[@]}" >&2
}

# configure [CMAKE OPTION…]: the dev preset, into build/; silent unless it fails.
configure() {
  local log
  log=$(cmake --preset dev "$@" 2>&1) || {
    printf '%s\n' "$log" "CMake could not configure the build; its reason is above." >&2
    return 1
  }
}

# build TARGET: silent when it is up to date.
build() {
  [[ $(ninja -C build -n "$1" 2>&1) == *"no work to do"* ]] ||
    ninja -C build -j "$(nproc)" "$1" >&2
}
