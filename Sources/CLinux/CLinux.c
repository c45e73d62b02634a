#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
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
