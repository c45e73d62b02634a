// Linux calls that Swift's Glibc module hides, because they need _GNU_SOURCE. Each gives 0 or an errno value.
#ifndef CLINUX_H
#define CLINUX_H

/// Swaps two names of one folder in one step.
int linux_rename_exchange(int folder, const char *one, const char *other);

/// Renames, unless the new name is taken (EEXIST).
int linux_rename_noreplace(int from_folder, const char *from, int to_folder, const char *to);

/// Writes out everything pending on the file system that holds the descriptor.
int linux_sync_file_system(int descriptor);

/// What identifies an entry to the kernel, and the mount through which it is reached.
struct linux_identity {
  unsigned device_major, device_minor;
  unsigned long long inode, mount;
  int is_folder, is_mount_root;
};

/// Identifies what a path leads to, or the open folder itself for an empty path, from what the kernel knows already:
/// it never waits for a server that does not answer.
int linux_identify(int folder, const char *path, struct linux_identity *identity);

/// Opens a new file that is in memory alone and is gone when it is closed.
int linux_memory_file(int *descriptor);

/// Begins to watch folders; gives a descriptor that never blocks, or -1.
int linux_watch_open(void);

/// Watches what becomes of the entries of a folder, once they are written whole; gives its number, or -1.
int linux_watch_add(int watch, const char *folder);

/// Reads what happened: the numbers of the folders, one for each event; gives how many, 0 or less when there are none.
int linux_watch_read(int watch, int *folders, int most);

/// Reads the build id of the running program, the linker's digest of all of it; gives its length, or 0 when it has none
/// of at most so many bytes.
int linux_build_id(unsigned char *bytes, int most);

#endif
