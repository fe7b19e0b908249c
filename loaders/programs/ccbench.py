"""Throughput, latency and bandwidth of a Python with threads, as ccbench measures them.

    ccbench.py [-t] [-l] [-b] [-n THREADS]    prints tables, as python's Tools/ccbench does; all three without a choice
    ccbench.py throughput TASK MS 1,2,4       the same as lines of JSON, for the loader; MS is how long
    ccbench.py echo VARIANT MS 0,1,2          a server of datagrams, for its client, beside threads that compute digits of pi

Throughput of a task: `pidigits` holds the interpreter lock and executes short bytecodes, `sorting` holds it and executes
long ones, `compressing` gives it up. Latency: how late datagrams are received that another process sends every 100 ms.
Bandwidth: datagrams of 1,024 bytes that come back before the next is sent. Written afresh after what Antoine Pitrou's does.
Runs unchanged on CPython 2.7 and 3, PyPy, Jython and Convoy; latency and bandwidth as tables need `subprocess`.
"""
from __future__ import division, print_function

import socket
import sys
import threading
import time
import zlib

from arms import Team, arms_of, clock, say, since, tell, used

THROUGHPUT_S = LATENCY_S = BANDWIDTH_S = 2.0
PING_S = 0.1
PACKET_BYTES = 1024
DIGITS = 40
SHUFFLED = [i * 7919 % 10007 for i in range(10000)]
BLOCK = b"convoy " * 15000


def pidigits():
    """The first digits of pi, one by one (Gibbons, Unbounded Spigot Algorithms, 2006)."""
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    digits = []
    while len(digits) < DIGITS:
        if 4 * q + r - t < m * t:
            digits.append(m)
            q, r, m = 10 * q, 10 * (r - m * t), 10 * (3 * q + r) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return digits


def sorting():
    return sorted(SHUFFLED)


def compressing():
    return zlib.compress(BLOCK)


TASKS = {
    "pidigits": (pidigits, "Pi calculation (Python)"),
    "sorting": (sorting, "sorting of a list (C)"),
    "compressing": (compressing, "zlib compression (C)"),
}


# ---- throughput

def repeat(task, seconds, results):
    """Does the task for so long. Appends how often, and how long that took."""
    n = 0
    begin = now = clock()
    while now - begin < seconds:
        task()
        n += 1
        now = clock()
    results.append((n, now - begin))


def throughput(team, k, task, seconds):
    """Iterations a second of k threads together."""
    results = []
    team.begin(k, repeat, task, seconds, results)
    team.end(k)
    return sum(n for n, _ in results) / max(took for _, took in results)


# ---- threads that compute beside a server

def compute(over):
    while not over:
        pidigits()


def serve(server):
    """Sends every datagram back; an empty one is the last."""
    data = True
    while data:
        data, client = server.recvfrom(2048)
        server.sendto(data, client)


def udp():
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(("127.0.0.1", 0))
    return server


def echo(variant, arms):
    """A server for the loader's client."""
    sizes = arms_of(arms)
    team = Team(max(sizes))
    server = udp()
    thread = threading.Thread(target=serve, args=(server,))
    thread.daemon = True
    thread.start()
    say(port=server.getsockname()[1])
    for k in sizes:
        over = []
        team.begin(k, compute, over)
        time.sleep(0.1)
        before = used()
        say(spinners=k)
        more = sys.stdin.readline()
        say(variant=variant, threads=k, metrics=since(before))
        over.append(1)
        team.end(k)
        if not more:
            return


# ---- tables

def client(what, port):
    """The other process."""
    import subprocess
    return subprocess.Popen([sys.executable, __file__, what, str(port)], stdout=subprocess.PIPE)


def ping(port):
    """Sends the time, every 100 ms, and at last nothing."""
    sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    end = time.time() + LATENCY_S
    while time.time() < end:
        time.sleep(PING_S)
        sender.sendto(("%.9f" % time.time()).encode("ascii"), ("127.0.0.1", port))
    sender.sendto(b"", ("127.0.0.1", port))


def ask(port):
    """Prints how many datagrams came back in a second."""
    sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sender.settimeout(1.0)
    n, begin = 0, time.time()
    while time.time() < begin + BANDWIDTH_S:
        sender.sendto(b"x" * PACKET_BYTES, ("127.0.0.1", port))
        try:
            sender.recv(2048)
            n += 1
        except socket.timeout:
            pass
    print("%.3f" % (n / (time.time() - begin)))
    sender.sendto(b"", ("127.0.0.1", port))


def receive(server, k):
    """How late the pings of another process are received, in seconds."""
    late = []
    process = client("ping", server.getsockname()[1])
    while True:
        data = server.recvfrom(2048)[0]
        if not data:
            break
        late.append(max(0.0, time.time() - float(data)))
    process.wait()
    return late


def bandwidth(server, k):
    process = client("ask", server.getsockname()[1])
    serve(server)
    return float(process.communicate()[0])


def beside(team, k, measure):
    """What `measure` gives beside k threads that compute."""
    over = []
    team.begin(k, compute, over)
    result = measure(udp(), k)
    over.append(1)
    team.end(k)
    return result


def throughput_table(team, most):
    print("--- Throughput ---\n")
    for task, title in [TASKS[name] for name in ("pidigits", "sorting", "compressing")]:
        print(title + "\n")
        alone = throughput(team, 1, task, THROUGHPUT_S)
        print("threads=1: %.1f iterations/s." % alone)
        for k in range(2, most + 1):
            speed = throughput(team, k, task, THROUGHPUT_S)
            print("threads=%d: %.1f ( %d %%)" % (k, speed, round(100 * speed / alone)))
        print()


def latency_table(team, most):
    print("--- Latency ---\n\nBackground CPU task: %s\n" % TASKS["pidigits"][1])
    for k in range(most + 1):
        late = [seconds * 1000 for seconds in beside(team, k, receive)]
        mean = sum(late) / len(late)
        deviation = (sum((ms - mean) ** 2 for ms in late) / len(late)) ** 0.5
        print("CPU threads=%d: %d ms. (std dev: %d ms.)" % (k, round(mean), round(deviation)))
    print()


def bandwidth_table(team, most):
    print("--- I/O bandwidth ---\n\nBackground CPU task: %s\n" % TASKS["pidigits"][1])
    alone = beside(team, 0, bandwidth)
    print("CPU threads=0: %.1f packets/s." % alone)
    for k in range(1, most + 1):
        rate = beside(team, k, bandwidth)
        print("CPU threads=%d: %.1f ( %d %%)" % (k, rate, round(100 * rate / alone)))
    print()


TABLES = {"-t": throughput_table, "-l": latency_table, "-b": bandwidth_table}


def tables(arguments):
    most = 4
    if "-n" in arguments:
        most = int(arguments[arguments.index("-n") + 1])
    team = Team(most)
    for option in [option for option in ("-t", "-l", "-b") if option in arguments] or ["-t", "-l", "-b"]:
        TABLES[option](team, most)


def main(arguments):
    if arguments[:1] == ["throughput"]:
        variant, ms, arms = arguments[1:]
        sizes = arms_of(arms)
        team = Team(max(sizes))
        task = TASKS[variant][0]
        throughput(team, max(sizes), task, min(0.3, float(ms) / 1000))
        for k in sizes:
            before = used()
            tell(variant, k, before, iterations_per_s=throughput(team, k, task, float(ms) / 1000))
    elif arguments[:1] == ["echo"]:
        echo(arguments[1], arguments[3])
    elif arguments[:1] == ["ping"]:
        ping(int(arguments[1]))
    elif arguments[:1] == ["ask"]:
        ask(int(arguments[1]))
    else:
        tables(arguments)


main(sys.argv[1:])
