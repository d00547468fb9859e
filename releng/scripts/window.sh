# Sourced by tests that drive the product's window. Needs $JAVA_HOME and a screen (with-screen).

TITLE='MorphoDepot Workbench'

# launch PRODUCT WORKSPACE ARGUMENT... starts the product in the background; its id is in $window_process.
launch() {
  launch_product=$1 launch_workspace=$2
  shift 2
  mkdir -p "$launch_workspace"
  "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
      -jar "$launch_product"/plugins/org.eclipse.equinox.launcher_*.jar -nosplash -data "$launch_workspace" "$@" \
      >"$launch_workspace.out" 2>&1 &
  window_process=$!
}

# wait_until SECONDS COMMAND... repeats the command until it succeeds; fails when the process ends or time is up.
wait_until() {
  tries=$(($1 * 5))
  shift
  while [ "$tries" -gt 0 ]; do
    "$@" >/dev/null 2>&1 && return 0
    kill -0 "$window_process" 2>/dev/null || return 1
    sleep 0.2
    tries=$((tries - 1))
  done
  return 1
}

window_id() {
  xdotool search --onlyvisible --name "$TITLE" | head -n 1 | grep .
}

# close_window quits by the keyboard as a user would, and checks that the process ends well.
close_window() {
  xdotool windowactivate --sync "$(window_id)" key ctrl+q
  tries=100
  while kill -0 "$window_process" 2>/dev/null; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || { kill "$window_process"; echo "The workbench did not close within 20 s." >&2; return 1; }
    sleep 0.2
  done
  wait "$window_process"
}

# stop_window is for traps: ends the process if it is still there.
stop_window() {
  if [ -n "${window_process:-}" ]; then
    kill "$window_process" 2>/dev/null || true
  fi
}

# no_errors PRODUCT WORKSPACE fails, and prints them, when the logs hold entries of severity error.
no_errors() {
  found=0
  for log in "$2/.metadata/.log" "$1"/configuration/*.log; do
    [ -f "$log" ] || continue
    if grep -q -E '^!ENTRY [^ ]+ 4 ' "$log"; then
      echo "Errors in $log:" >&2
      grep -A 12 -E '^!ENTRY [^ ]+ 4 ' "$log" | head -n 120 >&2
      found=1
    fi
  done
  return $found
}
