# os._exit ends at once, with its status, past finally and buffers that were flushed.
import os, sys
print("before")
sys.stdout.flush()
try:
    os._exit(7)
finally:
    print("never")
# expect: before
# exit: 7
