# Exception classes of one's own, their arguments, texts and hierarchy.

class AppError(Exception):
    pass

class NotFound(AppError):
    def __init__(self, name, code=404):
        super().__init__("%s not found" % name)
        self.name, self.code = name, code

class Teapot(AppError):
    def __str__(self): return "I am a teapot"

for error in [AppError("plain"), NotFound("page"), Teapot(1, 2)]:
    try:
        raise error
    except AppError as caught:
        print(type(caught).__name__, "|", caught, "|", repr(caught), "|", caught.args)
        # expect: AppError | plain | AppError('plain') | ('plain',)
        # expect: NotFound | page not found | NotFound('page not found') | ('page not found',)
        # expect: Teapot | I am a teapot | Teapot(1, 2) | (1, 2)
try:
    raise NotFound("x", 410)
except NotFound as error:
    print(error.code, error.name)  # expect: 410 x
try:
    raise AppError
except AppError as error:
    print(repr(error), str(error) == "", error.args)  # expect: AppError() True ()
print(issubclass(NotFound, Exception), AppError.__mro__[1].__name__)  # expect: True Exception
print(str(Exception()), str(Exception(1)), str(Exception(1, 2)), repr(Exception("a", 1)))
# expect:  1 (1, 2) Exception('a', 1)
print(str(KeyError("k")), str(KeyError("a", "b")), str(ValueError("k")))  # expect: 'k' ('a', 'b') k
try:
    raise 5
except TypeError as error:
    print(error)  # expect: exceptions must derive from BaseException
try:
    raise int
except TypeError as error:
    print(error)  # expect: exceptions must derive from BaseException
try:
    try:
        raise ValueError
    except "text":
        pass
except TypeError as error:
    print(error)  # expect: catching classes that do not inherit from BaseException is not allowed
