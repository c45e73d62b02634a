#!/usr/bin/env bash
# Makes the files of a release twice, in two folders and two time zones, compares them, and uses each where there is no
# Swift: the package in a fresh Debian 12, the image and the tarball unpacked. As root, for chroot and debootstrap.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'umount "$work/root/proc" 2>/dev/null || true; rm -rf "$work"' EXIT

step() { echo "== $*"; }
fail() {
  echo "release-test: $*" >&2
  exit 1
}

step "made twice, from clones in two folders and two time zones: the same bytes"
[ -z "$(git status --porcelain)" ] || echo "only what is committed is tested"
for place in one another/deeper; do
  git clone -q . "$work/$place"
done
(cd "$work/one" && TZ=Pacific/Auckland LC_ALL=C ./dev release)
(cd "$work/another/deeper" && TZ=America/St_Johns LC_ALL=C.UTF-8 ./dev release)
files=$work/one/.build/release-files
diff -r "$files" "$work/another/deeper/.build/release-files"
(cd "$files" && sha256sum --quiet -c SHA256SUMS)
version=$(sed -n 's/.*static let version = "\(.*\)"/\1/p' Sources/Pipeline/Tool.swift)
! grep -aqF "$work" "$work/one/.build/release/vigie" || fail "the program names the folder it was built in"

step "the package: no error of lintian; manuals, completions and units without a fault"
lintian --fail-on error "$files"/*.deb
dpkg-deb -x "$files"/*.deb "$work/unpacked"
packaging/check.sh "$work/unpacked/usr/bin/vigie"

step "a fresh Debian 12: installs, makes a first site, and leaves nothing when it is removed"
root=$work/root
debootstrap --variant=minbase bookworm "$root" >"$work/debootstrap.log" || fail "$(tail -3 "$work/debootstrap.log")"
mount -t proc proc "$root/proc"
cp "$files"/*.deb "$root/tmp/vigie.deb"
# What the system has, without the records and caches of its package manager.
listing() {
  (cd "$root" && find . -xdev \( -path ./proc -o -path ./tmp -o -path ./var/cache -o -path ./var/lib/apt -o \
    -path ./var/lib/dpkg -o -path ./var/log -o -path ./var/lib/systemd \) -prune -o -print | sort)
}
in_root() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root DEBIAN_FRONTEND=noninteractive "$@"; }
apt() { in_root apt-get -q -y "$@" >"$work/apt.log" 2>&1 || fail "apt-get $*: $(tail -5 "$work/apt.log")"; }
apt update
listing >"$work/before"
apt --no-install-recommends install /tmp/vigie.deb
in_root vigie --version
started=$(date +%s%N)
in_root sh -c 'cd /tmp && vigie init first && vigie build first'
taken=$((($(date +%s%N) - started) / 1000000))
echo "from nothing to the first site: $taken ms"
[ "$taken" -lt 10000 ] || fail "the first site takes more than 10 s"
[ -s "$root/tmp/first/site/index.html" ] || fail "there is no first site"
rm -rf "$root/tmp/first"
apt --purge autoremove vigie
listing >"$work/after"
diff "$work/before" "$work/after" || fail "removing the package leaves something behind"

step "the image, unpacked, without a network and as its user"
mkdir -p "$work/oci" "$work/image" "$work/portfolio"
tar -C "$work/oci" -xf "$files/vigie-$version-oci.tar"
packaging/layers.py "$work/oci" | while read -r layer; do tar -C "$work/image" -xzf "$layer"; done
in_image() {
  bwrap --ro-bind "$work/image" / --bind "$work/portfolio" /portfolio --proc /proc --dev /dev --tmpfs /tmp \
    --unshare-all --uid 1000 --gid 1000 --clearenv --chdir /portfolio /usr/bin/vigie "$@"
}
in_image init
in_image build
[ -s "$work/portfolio/site/index.html" ] || fail "the image makes no site"

step "the tarball, unpacked"
tar -C "$work" -xzf "$files"/*.tar.gz
cmp "$work/unpacked/usr/bin/vigie" "$work"/vigie-"$version"-linux-*/bin/vigie
step "all of it holds"
