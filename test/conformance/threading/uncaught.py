# By default a thread's uncaught exception is printed with the thread's name, and the program ends well.
# requires: threads
import threading
def level_two(): return {}["missing"]
def level_one(): level_two()
t = threading.Thread(target=level_one, name="unlucky")
t.start()
t.join()
print("main goes on", t.is_alive())  # expect: main goes on False
# stderr: Exception in thread unlucky:
# stderr: Traceback (most recent call last):
# stderr:   File "uncaught.py", line 5, in level_one
# stderr:     def level_one(): level_two()
# stderr:   File "uncaught.py", line 4, in level_two
# stderr:     def level_two(): return {}["missing"]
# stderr: KeyError: 'missing'
