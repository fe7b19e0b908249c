# __name__, __file__, argv and the main guard.
import sys

def main(arguments):
    print("running with", arguments)
    return 4

print(__name__, __file__.endswith("argv_and_main.py"), __doc__)  # expect: __main__ True None
if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))  # expect: running with []
# exit: 4
