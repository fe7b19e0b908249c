# A line protocol between a server thread and clients over TCP, with errors in answers.
# requires: threads network
import socket, threading
store, lock = {}, threading.Lock()

def respond(line):
    command, *args = line.split()
    with lock:
        if command == "SET" and len(args) == 2:
            store[args[0]] = args[1]
            return "OK"
        if command == "GET" and len(args) == 1:
            return "VALUE " + store[args[0]] if args[0] in store else "MISSING"
        if command == "COUNT": return str(len(store))
    return "ERROR unknown command: " + command

def handle(connection):
    with connection, connection.makefile("rw") as stream:
        for line in stream:
            stream.write(respond(line) + "\n")
            stream.flush()

server = socket.socket()
server.bind(("127.0.0.1", 0))
server.listen()

def accept():
    handlers = []
    for _ in range(3):
        connection, _ = server.accept()
        handlers.append(threading.Thread(target=handle, args=(connection,)))
        handlers[-1].start()
    for h in handlers: h.join()

t = threading.Thread(target=accept)
t.start()

def talk(*lines):
    answers = []
    with socket.create_connection(server.getsockname(), timeout=30) as c, c.makefile("rw") as stream:
        for line in lines:
            print(line, file=stream, flush=True)
            answers.append(stream.readline().strip())
    return answers

print(talk("SET a 1", "SET b two", "GET a"))  # expect: ['OK', 'OK', 'VALUE 1']
print(talk("GET b", "GET nope", "DELETE a"))
# expect: ['VALUE two', 'MISSING', 'ERROR unknown command: DELETE']
print(talk("COUNT"))  # expect: ['2']
t.join()
server.close()
