# Sourced by ./start and ./check: finds a JDK that is new enough, since the java on the PATH often is not.

# JAVA_VERSION="25.0.1" in the file "release"; nothing if this is no JDK
jdk_version() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

find_jdk() {
  local folder version
  for folder in "${JAVA_HOME:-}" /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* "$HOME"/.asdf/installs/java/*; do
    [ -n "$folder" ] || continue
    version=$(jdk_version "$folder")
    if [ -n "$version" ] && [ "$version" -ge 25 ]; then
      echo "$folder"
      return
    fi
  done
}

# sets JAVA_HOME, or says what is missing and ends
require_jdk() {
  local jdk
  jdk=$(find_jdk)
  if [ -z "$jdk" ]; then
    echo "LiveLabel needs a JDK of version 25 or newer, and there is none in JAVA_HOME or in the usual folders.
Get one from https://adoptium.net/ (Debian: apt install temurin-25-jdk; macOS: brew install --cask temurin@25), or set JAVA_HOME." >&2
    exit 1
  fi
  export JAVA_HOME=$jdk
}
