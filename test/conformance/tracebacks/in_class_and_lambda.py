# Frames are named for functions, methods, lambdas, comprehensions and the module.

class Thing:
    def method(self): return (lambda: self.missing)()
    def __str__(self): return "thing"

def generator():
    yield Thing().method()

def run(): return list(generator())
run()
# exit: 1
# stderr: Traceback (most recent call last):
# stderr:   File "in_class_and_lambda.py", line 11, in <module>
# stderr:     run()
# stderr:   File "in_class_and_lambda.py", line 10, in run
# stderr:     def run(): return list(generator())
# stderr:   File "in_class_and_lambda.py", line 8, in generator
# stderr:     yield Thing().method()
# stderr:   File "in_class_and_lambda.py", line 4, in method
# stderr:     def method(self): return (lambda: self.missing)()
# stderr:   File "in_class_and_lambda.py", line 4, in <lambda>
# stderr:     def method(self): return (lambda: self.missing)()
# stderr: AttributeError: 'Thing' object has no attribute 'missing'
