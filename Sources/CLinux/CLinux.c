#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

int linux_rename_exchange(int folder, const char *one, const char *other) {
  return renameat2(folder, one, folder, other, RENAME_EXCHANGE) == 0 ? 0 : errno;
}

int linux_rename_noreplace(int from_folder, const char *from, int to_folder, const char *to) {
  return renameat2(from_folder, from, to_folder, to, RENAME_NOREPLACE) == 0 ? 0 : errno;
}

int linux_sync_file_system(int descriptor) {
  return syncfs(descriptor) == 0 ? 0 : errno;
}

int linux_identify(int folder, const char *path, struct linux_identity *identity) {
  struct statx status;
  int flags = AT_EMPTY_PATH | AT_NO_AUTOMOUNT | AT_STATX_DONT_SYNC;
  if (statx(folder, path, flags, STATX_TYPE | STATX_INO | STATX_MNT_ID, &status) != 0) return errno;
  identity->device_major = status.stx_dev_major;
  identity->device_minor = status.stx_dev_minor;
  identity->inode = status.stx_ino;
  identity->mount = status.stx_mask & STATX_MNT_ID ? status.stx_mnt_id : 0;
  identity->is_folder = S_ISDIR(status.stx_mode);
  identity->is_mount_root = (status.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
  return 0;
}

int linux_memory_file(int *descriptor) {
  *descriptor = memfd_create("vigie", MFD_CLOEXEC);
  return *descriptor >= 0 ? 0 : errno;
}

int linux_watch_open(void) { return inotify_init1(IN_NONBLOCK | IN_CLOEXEC); }

int linux_watch_add(int watch, const char *folder) {
  // A file that is created has no content yet: what counts is when its writer closes it.
  return inotify_add_watch(
      watch, folder, IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR);
}

int linux_watch_read(int watch, int *folders, int most) {
  _Alignas(struct inotify_event) char buffer[4096];
  ssize_t size = read(watch, buffer, sizeof buffer);
  int count = 0;
  for (ssize_t at = 0; at < size && count < most;) {
    const struct inotify_event *event = (const struct inotify_event *)(buffer + at);
    folders[count++] = event->wd;
    at += (ssize_t)(sizeof *event + event->len);
  }
  return count;
}
