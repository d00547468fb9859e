# Sourced after find-jdk.sh, with $top set. ensure_product builds the product when it is missing or older than what it
# is made from; product_folder prints where it is for this machine.

stamp="$top/target/product.stamp"

product_folder() {
  case $(uname -s) in
    Darwin) platform=macosx/cocoa ;;
    *) platform=linux/gtk ;;
  esac
  case $(uname -m) in
    arm64 | aarch64) platform=$platform/aarch64 ;;
    *) platform=$platform/x86_64 ;;
  esac
  folder=$top/product/target/products/org.morphodepot.product/$platform
  [ -d "$folder/Eclipse.app/Contents/Eclipse" ] && folder=$folder/Eclipse.app/Contents/Eclipse
  echo "$folder"
}

# Tests are no part of the product.
sources() {
  (cd "$top" && find pom.xml .mvn bundles features product releng/compiler releng/target-platform releng/wrapped \
      \( -name target -o -name test -o -name test-resources \) -prune -o -type f ! -name '*.md' ! -name '.polyglot*' \
      ! -name '.tycho*' "$@" -print)
}

is_current() {
  [ -f "$stamp" ] && ls "$(product_folder)"/plugins/org.eclipse.equinox.launcher_*.jar >/dev/null 2>&1 || return 1
  [ "$(sources | sort | cksum)" = "$(cat "$stamp")" ] || return 1
  [ -z "$(sources -newer "$stamp" | head -n 1)" ]
}

# Remembers what the product is made from; kept only once the product is there.
begin_stamp() {
  mkdir -p "$top/target"
  rm -f "$stamp"
  sources | sort | cksum >"$stamp.new"
}

end_stamp() {
  mv "$stamp.new" "$stamp"
}

ensure_product() {
  is_current && return 0
  echo "Building MorphoDepot Workbench. The first time takes a few minutes, later ones less than one." >&2
  begin_stamp
  log=$top/target/build.log
  if ! "$top/mvnw" --file "$top/pom.xml" verify --activate-profiles product -Dmaven.test.skip=true \
      --projects '!:architecture-test,!:extras-site' >"$log" 2>&1; then
    grep -E '^\[ERROR\]' "$log" | head -n 40 >&2
    echo "The build failed. Its whole output is in $log" >&2
    return 1
  fi
  end_stamp
}
