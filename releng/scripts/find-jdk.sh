# Sourced. find_jdk prints the home of a JDK of version 25 or newer, or explains on stderr how to get one.
# Looked at, in this order: JAVA_HOME, the javac on the PATH, the usual folders of Linux and macOS.

JDK_WANTED=25

jdk_version() {
  # The release file tells the version without starting a virtual machine.
  sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null | head -n 1
}

is_good_jdk() {
  [ -n "$1" ] && [ -x "$1/bin/javac" ] || return 1
  found_version=$(jdk_version "$1")
  [ -n "$found_version" ] && [ "$found_version" -ge "$JDK_WANTED" ]
}

jdk_on_path() {
  tool=$(command -v javac 2>/dev/null) || return 0
  real=$(readlink -f "$tool" 2>/dev/null || echo "$tool")
  dirname "$(dirname "$real")"
}

find_jdk() {
  for home in "${JAVA_HOME:-}" "$(jdk_on_path)" \
      /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
      /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if is_good_jdk "$home"; then
      echo "$home"
      return 0
    fi
  done
  echo "No JDK $JDK_WANTED or newer was found. Install one (for example Eclipse Temurin $JDK_WANTED) or set JAVA_HOME." >&2
  return 1
}
