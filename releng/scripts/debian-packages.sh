# Sourced. need_packages NAME... makes sure that Debian packages are there: installs them when run by root, else prints
# the one line to run. Systems without dpkg are trusted to have the programs.

SCREEN_PACKAGES="xvfb libgtk-3-0 imagemagick xdotool dbus-x11 libgl1 libgl1-mesa-dri libglx-mesa0
  libwebkit2gtk-4.1-0 adwaita-icon-theme fonts-dejavu-core metacity"

has_package() {
  # Newer releases call libgtk-3-0 libgtk-3-0t64; the old name is then a provided one.
  dpkg-query -W -f '${Status}\n' "$1" "$1t64" 2>/dev/null | grep -q 'ok installed'
}

need_packages() {
  command -v dpkg-query >/dev/null 2>&1 || return 0
  missing=
  for package in "$@"; do
    has_package "$package" || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    echo "Missing packages. Please run: sudo apt-get update && sudo apt-get install --yes$missing" >&2
    return 1
  fi
  echo "Installing:$missing"
  apt-get update --quiet --quiet >/dev/null || true
  # shellcheck disable=SC2086 # a list of names
  DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --quiet $missing >/dev/null
}
