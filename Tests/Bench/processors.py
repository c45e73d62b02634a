"""The time that the processors take for a program and all that it starts."""

import resource
import subprocess


def processor_time(*command, statuses=(0,)):
    """The processors' seconds for a command that ends with one of these statuses."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if done.returncode not in statuses:
        raise SystemExit(f"{' '.join(map(str, command))} failed:\n{done.stderr}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
