#!/usr/bin/env bash
# Makes the files of a release of .build/release/vigie in a folder: a tarball, a Debian package and a container image,
# with a list of what they are made of and their SHA-256. Equal sources on equal machines give equal bytes.
set -euo pipefail
cd "$(dirname "$0")/.."
out=$1
program=.build/release/vigie

SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH LC_ALL=C TZ=UTC
umask 022
version=$(sed -n 's/.*static let version = "\(.*\)"/\1/p' Sources/Pipeline/Tool.swift)
day=$(date -u -d "@$SOURCE_DATE_EPOCH" +%F)
arch=$(dpkg --print-architecture)
maintainer="${DEBFULLNAME:-$(git log -1 --format=%an)} <${DEBEMAIL:-$(git log -1 --format=%ae)}>"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -rf "$out"
mkdir -p "$out"

# The files of the program as they lie under /usr.
usr=$work/usr
docs=$usr/share/doc/vigie
man=$usr/share/man/man1
completions=$usr/share/bash-completion/completions
zsh=$usr/share/zsh/vendor-completions
fish=$usr/share/fish/vendor_completions.d
mkdir -p "$usr/bin" "$docs" "$man" "$completions" "$zsh" "$fish"
install -m 755 "$program" "$usr/bin/vigie"
"$program" --experimental-dump-help | packaging/manual.py "$version" "$day" "$man"
"$program" --generate-completion-script bash | sed '1{/^#!/d}' >"$completions/vigie"
"$program" --generate-completion-script zsh >"$zsh/_vigie"
"$program" --generate-completion-script fish >"$fish/vigie.fish"
install -m 644 README.md CHANGELOG.md packaging/copyright "$docs"
cp -R --no-preserve=mode docs "$docs/docs"
gzip -9n "$man"/*.1
packaging/sbom.py "$program" "$version" "$SOURCE_DATE_EPOCH" >"$out/vigie-$version.cdx.json"

tarball() { tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner --format=ustar "$@"; }

make_tarball() {
  local name
  name=vigie-$version-linux-$(uname -m)
  cp -R "$usr" "$work/$name"
  tarball -C "$work" -c "$name" | gzip -9n >"$out/$name.tar.gz"
}

make_deb() {
  local root=$work/deb control=$work/control
  mkdir -p "$root/DEBIAN" "$control/debian"
  cp -R "$usr" "$root/usr"
  printf 'vigie (%s) unstable; urgency=medium\n\n  * See CHANGELOG.md.\n\n -- %s  %s\n' \
    "$version" "$maintainer" "$(date -u -R -d "@$SOURCE_DATE_EPOCH")" | gzip -9n >"$root/usr/share/doc/vigie/changelog.gz"
  printf 'Source: vigie\nMaintainer: %s\n\nPackage: vigie\nArchitecture: any\n' "$maintainer" >"$control/debian/control"
  local depends
  depends=$(cd "$control" && dpkg-shlibdeps -O --ignore-missing-info -e"$root/usr/bin/vigie" 2>/dev/null)
  cat >"$root/DEBIAN/control" <<CONTROL
Package: vigie
Version: $version
Architecture: $arch
Maintainer: $maintainer
Installed-Size: $(du -k -s --apparent-size "$root/usr" | cut -f1)
Depends: ${depends#shlibs:Depends=}
Recommends: tzdata
Suggests: chromium
Section: utils
Priority: optional
Description: weekly static site of a customer-success portfolio
 Vigie reads the tables that a customer-success team has, scores the accounts,
 puts the flags of the people who know them beside the scores, and publishes
 where the two disagree: one edition a week, as a site of plain files that
 needs no server and no network.
CONTROL
  (cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
  dpkg-deb --root-owner-group -Zxz --threads-max=1 --build "$root" "$out/vigie_${version}_$arch.deb" >/dev/null
}

# An image of the program with the shared libraries of this machine, their licences and the time zones.
make_image() {
  local context=$work/image root=$work/image/root store=$work/containers
  mkdir -p "$root/usr/bin" "$root/usr/share/doc" "$root/usr/share" "$root/etc" "$root/portfolio" "$root/tmp" "$root/proc" "$root/dev"
  chmod 1777 "$root/tmp"
  install -m 755 "$program" "$root/usr/bin/vigie"
  install -D -m 644 packaging/copyright "$root/usr/share/doc/vigie/copyright"
  cp -a /usr/share/zoneinfo "$root/usr/share/zoneinfo"
  printf 'root:x:0:0:root:/:/usr/sbin/nologin\nvigie:x:1000:1000:vigie:/portfolio:/usr/sbin/nologin\n' >"$root/etc/passwd"
  printf 'root:x:0:\nvigie:x:1000:\n' >"$root/etc/group"
  local library package
  for library in $(packaging/sbom.py --libraries "$program"); do
    install -D -m 644 "$(realpath "$library")" "$root$library"
    [[ $library != *ld-linux* ]] || chmod 755 "$root$library"
  done
  for package in $(packaging/sbom.py --packages "$program") tzdata; do
    install -D -m 644 "/usr/share/doc/$package/copyright" "$root/usr/share/doc/$package/copyright"
  done
  cp packaging/Containerfile "$context"
  local buildah=(buildah --root "$store" --runroot "$store-run" --storage-driver vfs)
  "${buildah[@]}" build --quiet --isolation chroot --timestamp "$SOURCE_DATE_EPOCH" --format oci \
    --label "org.opencontainers.image.title=vigie" --label "org.opencontainers.image.version=$version" \
    --label "org.opencontainers.image.revision=$(git rev-parse HEAD)" -t "vigie:$version" "$context" >/dev/null
  "${buildah[@]}" push --quiet "vigie:$version" "oci:$work/oci:$version"
  tarball -C "$work/oci" -c . >"$out/vigie-$version-oci.tar"
}

make_tarball
make_deb
make_image
(cd "$out" && sha256sum -- *.tar.gz *.deb *.tar *.json >SHA256SUMS)
cat "$out/SHA256SUMS"
