# sys.exit() without a status, or with None or 0, is a success; in a thread it ends only the thread.
# requires: threads
import sys, threading
t = threading.Thread(target=sys.exit, args=(9,))
t.start()
t.join()
print("still here")  # expect: still here
sys.exit()
