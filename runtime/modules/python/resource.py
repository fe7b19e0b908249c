"""What this process or thread has used so far."""
import _resource

RUSAGE_SELF = 0
RUSAGE_CHILDREN = -1
RUSAGE_THREAD = 1


class struct_rusage(tuple):
    """Sixteen figures; those that are not known are 0."""

    ru_utime = property(lambda self: self[0])
    ru_stime = property(lambda self: self[1])
    ru_maxrss = property(lambda self: self[2])
    ru_nvcsw = property(lambda self: self[14])
    ru_nivcsw = property(lambda self: self[15])


def getrusage(who):
    if who == RUSAGE_CHILDREN:
        return struct_rusage((0.0, 0.0) + (0,) * 14)
    if who not in (RUSAGE_SELF, RUSAGE_THREAD):
        raise ValueError('invalid who parameter')
    user, system, voluntary, involuntary = _resource.usage(who)
    return struct_rusage((user, system) + (0,) * 12 + (voluntary, involuntary))
