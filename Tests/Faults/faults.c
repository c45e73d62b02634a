// A library that is loaded before the C library (LD_PRELOAD) and makes one file call of a program fail, or ends the
// program there.
//
//   VIGIE_FAULT_ROOT   only calls on files under this folder count
//   VIGIE_FAULT_COUNT  the file that the number of calls is written into, when the program ends by itself
//   VIGIE_FAULT_AT     the number of the call, from 1
//   VIGIE_FAULT        ENOSPC, EIO, EINTR or EMFILE, which the call fails with; KILL, which ends the program before it,
//                      or TORN, which ends it after a half of what the call writes
//   VIGIE_FAULT_ON     1: every later call that could fail in this way fails too, as on a full or a broken disk
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum kind { READS = 1, WRITES = 2, OPENS = 4, WAITS = 8 };

static atomic_long calls;
static atomic_int has_begun;
static long at;
static int code, on, kills, tears;
static const char *root, *count;

__attribute__((constructor)) static void prepare(void) {
  root = getenv("VIGIE_FAULT_ROOT");
  count = getenv("VIGIE_FAULT_COUNT");
  at = getenv("VIGIE_FAULT_AT") ? atol(getenv("VIGIE_FAULT_AT")) : 0;
  on = getenv("VIGIE_FAULT_ON") != NULL;
  const char *name = getenv("VIGIE_FAULT") ? getenv("VIGIE_FAULT") : "";
  kills = !strcmp(name, "KILL");
  tears = !strcmp(name, "TORN");
  code = !strcmp(name, "ENOSPC") ? ENOSPC : !strcmp(name, "EIO") ? EIO : !strcmp(name, "EINTR") ? EINTR
       : !strcmp(name, "EMFILE") ? EMFILE : 0;
  // What the program starts inherits nothing.
  unsetenv("LD_PRELOAD");
}

__attribute__((destructor)) static void tell(void) {
  if (!count) return;
  char text[32];
  int length = snprintf(text, sizeof text, "%ld\n", atomic_load(&calls));
  int file = syscall(SYS_openat, AT_FDCWD, count, O_WRONLY | O_CREAT | O_TRUNC, 0666);
  if (file >= 0 && syscall(SYS_write, file, text, length) == length) syscall(SYS_close, file);
}

static int is_under_root(const char *path) {
  size_t length = strlen(root);
  return !strncmp(path, root, length) && (path[length] == '/' || path[length] == 0);
}

static int names(int descriptor, char *path, size_t size) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  long length = syscall(SYS_readlinkat, AT_FDCWD, link, path, size - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return 1;
}

static int concerns(int folder, const char *path) {
  if (!root) return 0;
  if (path && path[0] == '/') return is_under_root(path);
  char name[4096];
  if (folder != AT_FDCWD) return names(folder, name, sizeof name) && is_under_root(name);
  long length = syscall(SYS_getcwd, name, sizeof name);
  return length > 0 && is_under_root(name);
}

static int can_fail(int kind) {
  switch (code) {
  case ENOSPC: return kind & WRITES;
  case EINTR: return kind & (WAITS | READS | WRITES);
  case EMFILE: return kind & OPENS;
  default: return 1;
  }
}

// 0 for a call that is to be made, 1 for one that fails with errno, 2 for one that writes a half.
static int meets(int kind, int folder, const char *path) {
  int before = errno;
  if (!concerns(folder, path)) return errno = before, 0;
  long number = atomic_fetch_add(&calls, 1) + 1;
  if (kills && number == at) kill(getpid(), SIGKILL);
  if (tears && number >= at && (kind & WRITES)) return 2;
  // The first call from there on that can fail so is the one.
  if (code && number >= at && can_fail(kind) && (on || !atomic_exchange(&has_begun, 1))) return errno = code, 1;
  return errno = before, 0;
}

#define REAL(result, name, ...) \
  static result (*real)(__VA_ARGS__); \
  if (!real) real = (result(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name);

#define OPEN(name, folder, arguments, ...) \
  int name(__VA_ARGS__, int flags, ...) { \
    mode_t mode = 0; \
    if (flags & (O_CREAT | O_TMPFILE)) { va_list list; va_start(list, flags); mode = va_arg(list, mode_t); va_end(list); } \
    REAL(int, name, __VA_ARGS__, int, ...) \
    return meets(OPENS | WAITS | READS | (flags & O_CREAT ? WRITES : 0), folder, path) == 1 ? -1 : real arguments; \
  }
OPEN(open, AT_FDCWD, (path, flags, mode), const char *path)
OPEN(open64, AT_FDCWD, (path, flags, mode), const char *path)
OPEN(openat, folder, (folder, path, flags, mode), int folder, const char *path)
OPEN(openat64, folder, (folder, path, flags, mode), int folder, const char *path)

#define CALL(result, failure, name, kind, folder, path, arguments, ...) \
  result name(__VA_ARGS__) { REAL(result, name, __VA_ARGS__) return meets(kind, folder, path) == 1 ? failure : real arguments; }
CALL(ssize_t, -1, read, READS, file, NULL, (file, bytes, size), int file, void *bytes, size_t size)
CALL(ssize_t, -1, pread, READS, file, NULL, (file, bytes, size, place), int file, void *bytes, size_t size, off_t place)
CALL(ssize_t, -1, pread64, READS, file, NULL, (file, bytes, size, place), int file, void *bytes, size_t size, off_t place)
CALL(int, -1, fsync, WAITS | WRITES, file, NULL, (file), int file)
CALL(int, -1, fdatasync, WAITS | WRITES, file, NULL, (file), int file)
CALL(int, -1, syncfs, WRITES, file, NULL, (file), int file)
CALL(int, -1, ftruncate, WAITS, file, NULL, (file, size), int file, off_t size)
CALL(int, -1, ftruncate64, WAITS, file, NULL, (file, size), int file, off_t size)
CALL(int, -1, flock, WAITS, file, NULL, (file, how), int file, int how)
CALL(int, -1, fchmod, 0, file, NULL, (file, mode), int file, mode_t mode)
CALL(int, -1, fstat, 0, file, NULL, (file, status), int file, struct stat *status)
CALL(int, -1, fstat64, 0, file, NULL, (file, status), int file, struct stat64 *status)
CALL(int, -1, stat, 0, AT_FDCWD, path, (path, status), const char *path, struct stat *status)
CALL(int, -1, stat64, 0, AT_FDCWD, path, (path, status), const char *path, struct stat64 *status)
CALL(int, -1, lstat, 0, AT_FDCWD, path, (path, status), const char *path, struct stat *status)
CALL(int, -1, lstat64, 0, AT_FDCWD, path, (path, status), const char *path, struct stat64 *status)
CALL(int, -1, fstatat, 0, folder, path, (folder, path, status, flags), int folder, const char *path, struct stat *status, int flags)
CALL(int, -1, access, 0, AT_FDCWD, path, (path, mode), const char *path, int mode)
CALL(int, -1, faccessat, 0, folder, path, (folder, path, mode, flags), int folder, const char *path, int mode, int flags)
CALL(int, -1, mkdir, WRITES, AT_FDCWD, path, (path, mode), const char *path, mode_t mode)
CALL(int, -1, mkdirat, WRITES, folder, path, (folder, path, mode), int folder, const char *path, mode_t mode)
CALL(int, -1, rmdir, 0, AT_FDCWD, path, (path), const char *path)
CALL(int, -1, unlink, 0, AT_FDCWD, path, (path), const char *path)
CALL(int, -1, unlinkat, 0, folder, path, (folder, path, flags), int folder, const char *path, int flags)
CALL(int, -1, rename, WRITES, AT_FDCWD, path, (path, to), const char *path, const char *to)
CALL(int, -1, renameat, WRITES, folder, path, (folder, path, other, to), int folder, const char *path, int other, const char *to)
CALL(int, -1, renameat2, WRITES, folder, path, (folder, path, other, to, flags), int folder, const char *path, int other, const char *to, unsigned flags)
CALL(int, -1, link, WRITES, AT_FDCWD, path, (path, to), const char *path, const char *to)
CALL(int, -1, linkat, WRITES, folder, path, (folder, path, other, to, flags), int folder, const char *path, int other, const char *to, int flags)
CALL(DIR *, NULL, opendir, OPENS, AT_FDCWD, path, (path), const char *path)
CALL(DIR *, NULL, fdopendir, 0, file, NULL, (file), int file)
CALL(struct dirent *, NULL, readdir, READS, dirfd(folder), NULL, (folder), DIR *folder)
CALL(struct dirent64 *, NULL, readdir64, READS, dirfd(folder), NULL, (folder), DIR *folder)
CALL(FILE *, NULL, fopen, OPENS, AT_FDCWD, path, (path, how), const char *path, const char *how)
CALL(FILE *, NULL, fopen64, OPENS, AT_FDCWD, path, (path, how), const char *path, const char *how)
CALL(char *, NULL, realpath, 0, AT_FDCWD, path, (path, whole), const char *path, char *whole)

size_t fread(void *bytes, size_t size, size_t times, FILE *file) {
  REAL(size_t, fread, void *, size_t, size_t, FILE *)
  if (meets(READS, fileno(file), NULL) != 1) return real(bytes, size, times, file);
  file->_flags |= _IO_ERR_SEEN;
  return 0;
}

int fcntl64(int file, int command, ...) {
  va_list list;
  va_start(list, command);
  void *argument = va_arg(list, void *);
  va_end(list);
  REAL(int, fcntl64, int, int, ...)
  return meets(command == F_DUPFD_CLOEXEC ? OPENS : 0, file, NULL) == 1 ? -1 : real(file, command, argument);
}

#define WRITE(name, arguments, half, ...) \
  ssize_t name(int file, const void *bytes, size_t size __VA_ARGS__) { \
    REAL(ssize_t, name, int, const void *, size_t __VA_ARGS__) \
    int what = meets(WRITES, file, NULL); \
    if (what == 1) return -1; \
    if (what == 2) { if (real half < 0) return -1; kill(getpid(), SIGKILL); } \
    return real arguments; \
  }
WRITE(write, (file, bytes, size), (file, bytes, size / 2))
WRITE(pwrite, (file, bytes, size, place), (file, bytes, size / 2, place), , off_t place)
WRITE(pwrite64, (file, bytes, size, place), (file, bytes, size / 2, place), , off_t place)
