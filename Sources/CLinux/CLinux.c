#define _GNU_SOURCE
#include "CLinux.h"

#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <stdio.h>
#include <string.h>
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

struct build_id {
  unsigned char *bytes;
  int most, count;
};

static int find_build_id(struct dl_phdr_info *object, size_t size, void *found) {
  (void)size;
  struct build_id *id = found;
  for (int index = 0; index < object->dlpi_phnum; index++) {
    const ElfW(Phdr) *header = &object->dlpi_phdr[index];
    if (header->p_type != PT_NOTE) continue;
    const size_t step = header->p_align == 8 ? 8 : 4;
    const unsigned char *notes = (const unsigned char *)(object->dlpi_addr + header->p_vaddr);
    for (size_t at = 0; at + sizeof(ElfW(Nhdr)) <= header->p_memsz;) {
      const ElfW(Nhdr) *note = (const ElfW(Nhdr) *)(notes + at);
      const size_t name = at + sizeof *note;
      const size_t content = (name + note->n_namesz + step - 1) / step * step;
      if (content + note->n_descsz > header->p_memsz) break;
      if (note->n_type == NT_GNU_BUILD_ID && note->n_namesz == 4 && memcmp(notes + name, "GNU", 4) == 0 &&
          note->n_descsz <= (size_t)id->most) {
        memcpy(id->bytes, notes + content, note->n_descsz);
        id->count = (int)note->n_descsz;
        return 1;
      }
      at = (content + note->n_descsz + step - 1) / step * step;
    }
  }
  // The program itself comes first, and the libraries after it are not looked at.
  return 1;
}

int linux_build_id(unsigned char *bytes, int most) {
  struct build_id id = {bytes, most, 0};
  dl_iterate_phdr(find_build_id, &id);
  return id.count;
}
