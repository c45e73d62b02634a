// Linux calls that Swift's Glibc module hides, because they need _GNU_SOURCE. Each gives 0 or an errno value.
#ifndef CLINUX_H
#define CLINUX_H

/// Swaps two names of one folder in one step.
int linux_rename_exchange(int folder, const char *one, const char *other);

/// Renames, unless the new name is taken (EEXIST).
int linux_rename_noreplace(int from_folder, const char *from, int to_folder, const char *to);

/// Writes out everything pending on the file system that holds the descriptor.
int linux_sync_file_system(int descriptor);

#endif
