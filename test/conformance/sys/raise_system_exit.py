# Raising SystemExit is the same as sys.exit; exit statuses wrap at 256.

class Leave(SystemExit): pass
print("leaving")  # expect: leaving
raise Leave(256 + 5)
# exit: 5
