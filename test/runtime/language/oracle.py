"""Compiles the files named on standard input with the Python that runs this, and prints each as a line of JSON."""
import dis
import json
import struct
import sys
import warnings

warnings.simplefilter("ignore")


def constant(value):
    kind = type(value)
    if value is None or value is Ellipsis or kind is bool:
        return str(value)
    if kind is int:
        return "int " + format(value, "x")
    if kind is float:
        return "float " + struct.pack(">d", value).hex()
    if kind is str:
        return "str " + value
    if kind is bytes:
        return "bytes " + value.hex()
    if kind is tuple:
        return ["tuple"] + [constant(item) for item in value]
    if kind is frozenset:
        return ["frozenset"] + sorted((constant(item) for item in value), key=json.dumps)
    if kind is complex:
        return "complex"
    return code(value)


def code(co):
    instructions = []
    index_of = {}
    first = None
    for instruction in dis.get_instructions(co):
        if first is None:
            first = instruction.offset
        if instruction.opname == "EXTENDED_ARG":
            continue
        index_of[first] = len(instructions)
        instructions.append(instruction)
        first = None
    index_of[len(co.co_code)] = len(instructions)
    # A range may start or end at an EXTENDED_ARG or CACHE entry: the next instruction is meant.
    def index(offset):
        while offset not in index_of:
            offset += 2
        return index_of[offset]
    jumps = set(dis.hasjrel) | set(dis.hasjabs)
    table = dis._parse_exception_table(co)
    return {
        "name": co.co_name,
        "qualname": co.co_qualname,
        "firstLine": co.co_firstlineno,
        "argCount": co.co_argcount,
        "posOnlyCount": co.co_posonlyargcount,
        "kwOnlyCount": co.co_kwonlyargcount,
        "flags": co.co_flags,
        "names": list(co.co_names),
        "varNames": list(co.co_varnames),
        "cellNames": list(co.co_cellvars),
        "freeNames": list(co.co_freevars),
        "consts": [constant(value) for value in co.co_consts],
        "stackSize": co.co_stacksize,
        "instructions": [
            [
                i.opname,
                index(i.argval) if i.opcode in jumps else (i.arg or 0),
                i.offset,
                -1 if i.positions.lineno is None else i.positions.lineno,
            ]
            for i in instructions
        ],
        "positions": [
            [-1 if part is None else part for part in (i.positions.end_lineno, i.positions.col_offset, i.positions.end_col_offset)]
            for i in instructions
        ],
        "exceptions": [[index(e.start), index(e.end), index(e.target), e.depth, e.lasti] for e in table],
    }


sys.setrecursionlimit(5000)
for line in sys.stdin:
    path = json.loads(line)
    try:
        with open(path, "rb") as file:
            result = code(compile(file.read(), path, "exec", dont_inherit=True))
    except SyntaxError as error:
        result = {
            "error": [type(error).__name__, error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset],
            "shown": error.text,
        }
    except (ValueError, RecursionError) as error:
        result = {"error": [type(error).__name__, str(error), 0, 0, 0, 0]}
    print(json.dumps(result))
