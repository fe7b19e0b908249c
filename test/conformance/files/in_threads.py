# Files beside other threads: each writes its own, one spins, and nothing is lost.
# requires: threads
import os, tempfile, threading

directory = tempfile.mkdtemp()
over = []


def spin():
    while not over:
        pass


def write(number):
    with open(os.path.join(directory, str(number)), "w") as f:
        for x in range(2000):
            f.write("%d\n" % (x * number))


spinner = threading.Thread(target=spin)
spinner.start()
writers = [threading.Thread(target=write, args=(k,)) for k in range(3)]
for thread in writers: thread.start()
for thread in writers: thread.join()
over.append(1)
spinner.join()
for name in sorted(os.listdir(directory)):
    path = os.path.join(directory, name)
    numbers = [int(line) for line in open(path)]
    print(name, numbers == [x * int(name) for x in range(2000)])
    # expect: 0 True
    # expect: 1 True
    # expect: 2 True
    os.remove(path)
os.rmdir(directory)
