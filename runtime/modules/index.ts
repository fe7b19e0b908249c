/** The built-in parts of Python's library. Each file registers its functions when it is loaded. */
import "./builtins.ts";
import "./files.ts";
import "./hashlib.ts";
import "./io.ts";
import "./itertools.ts";
import "./math.ts";
import "./os.ts";
import "./random.ts";
import "./resource.ts";
import "./signal.ts";
import "./socket.ts";
import "./sys.ts";
import "./thread.ts";
import "./time.ts";
import "./traceback.ts";
import "./zlib.ts";
