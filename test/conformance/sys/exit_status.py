# sys.exit ends with its status; finally blocks run first.
import sys
try:
    sys.exit(2)
except SystemExit as error:
    print("caught", error.code)  # expect: caught 2
try:
    sys.exit("message")
except SystemExit as error:
    print("caught", error.code, repr(error))  # expect: caught message SystemExit('message')

def leave():
    try:
        sys.exit(3)
    finally:
        print("finally")

try:
    leave()  # expect: finally
finally:
    print("outer finally")  # expect: outer finally
# exit: 3
