/**
 * What we know of a library, as data. Every row speaks about an access path: how a program reaches a value from the
 * package's exports.
 *
 * Paths: `Pool` is the export of that name, `` (empty) the default export or the module itself (they are one thing), `Pool()` what
 * calling or constructing it gives, `Pool().query` its member, `Pool().query()` what that call gives. `find()[]` is an element of what that gives. Awaiting changes nothing:
 * a promise of a value has the value's path. `*` stands for any one name, `**` for any chain of names.
 * A path on another module is written `module|path`, for instance `node:http|createServer()`.
 *
 * Places: where in a call a value stands. `0` is the first argument, `0.max` a property of it (dots go deeper, `*` is any property), `-1` the last
 * argument, `1..` all arguments from the second on (arrays flattened), `0[]` the elements of an array. The call is the row's own;
 * a prefix changes it: `creation:0.max` the call that created the client, `parent:0` the call one link further left in the chain,
 * `of:` the value the member is called on, `of:.timeout` a property assigned on that value, `result:.timeout` a property assigned on the result.
 * `library:.defaults.timeout` is a property assigned on the library itself, wherever in the program, and `library:chain:set(maxTimeMS):1` an argument of
 * a call of its method `set` that has the text `maxTimeMS` as its first argument: settings for everything of the library in this process.
 * `creation:` is the call written as the last `()` in the row's path before its member; a chained call that `same` maps back to its own value
 * is skipped. Prefixes stack: `creation:creation:0` is one call further out. `chain:timeout:0` is an argument of a call of the method `timeout` on the
 * result, further right in the chain or in a later statement on the same value; `of:chain:fallback:0` likewise on the value the member is called on.
 * Where several rows of one kind fit a call, an exact path comes before patterns, and patterns count in the order written; `**` reaches through calls too.
 * `0?pool_timeout` is a query parameter of the URL standing at `0`. `0.adapter|0.max` is a place in the call that made the value standing at `0.adapter`. `0.useFactory().timeout` is a property of what the function there returns, `0.interceptors[]()` what each function of a list returns.
 *
 * @pattern ^(?:@\d.*|(?:[^|\s]+\|)?(?:(?:[\w$#*]+(?:\(\)|\[\])*|(?:\(\))+)(?:\.[\w$#*]+(?:\(\)|\[\])*)*)?)$
 */
export type Path = string;
/**
 * Where in a call a value stands; see `Path`.
 *
 * @pattern ^(?:(?:creation|parent|of|result|library):|chain:[\w$]+(?:\([\w$.-]+\))?:)*(?:(?:-?\d+|\*)(?:\.\.|\[\])?)?(?:\.[^.|?()\s[\]]+(?:\[\])?(?:\(\))?)*(?:\?[\w.]+)?(?:\|(?:(?:-?\d+|\*)(?:\.\.|\[\])?)?(?:\.[^.|?()\s[\]]+(?:\[\])?(?:\(\))?)*(?:\?[\w.]+)?)*$
 */
export type Place = string;
/**
 * A semver range, for instance `>=5.8.0`; absent: all versions.
 *
 * @pattern ^(?:[<>=^~]*\s*\d+(?:\.(?:\d+|[xX*])){0,2}(?:-[\w.]+)?(?:(?:\s+-\s+|\s*\|\|\s*|\s+)[<>=^~]*\s*\d+(?:\.(?:\d+|[xX*])){0,2}(?:-[\w.]+)?)*)$
 */
export type Versions = string;

/** The row holds only for calls whose argument at this place is one of these: the event name of `on('message', f)`, the algorithm of a key pair. */
export interface When {
  readonly at: Place;
  readonly is: readonly (string | number | boolean)[];
}

export interface Library {
  /**
   * npm name, `node:fs` for a built-in module, `global` for the language's and Node's globals. A trailing `*` matches a family. In a configuration
   * also a file of the project, `./src/http.ts`: the rows then speak of what it exports, and what they describe is not looked
   * into. `./src/http.ts#callPartner` is one export of it, where the rows' `call`, `calls`, `create` and `decorator` begin: `''`, `().charge`.
   *
   * @pattern ^(?:\./[^#\s]+(?:#[\w$]+)?|(?!.*\.[cm]?tsx?$)(?:node:)?(?:@[\w.~-]+/)?[\w~-][\w.~-]*(?:/[\w.~-]+)*\*?)$
   */
  readonly package: string;
  /** Other specifiers that give the same module, subpaths and aliases included. */
  readonly modules?: readonly string[];
  /** Ends of specifiers under which a project keeps generated code that is this library: `generated/prisma/client`. */
  readonly generated?: readonly string[];
  /** Whom its calls ask, where its own name is that of a client: `GitHub`. */
  readonly partner?: string;
  /** Where this is written: documentation or source file with version. */
  readonly source: string;
  /** The packages, with their versions, that the rows are checked on: its own at its newest first, then typings and further modules; another version of the same name stands for an older major. */
  readonly checkedOn?: readonly string[];
  /** Calls that show, on the real package, what it does where nothing is set. */
  readonly shown?: readonly ShownRow[];
  /** How people name it; the package name when absent. */
  readonly name?: string;

  /** Paths that are the same thing: chain returns, aliases, what type names stand for (`FastifyInstance` → `()`). First match wins. */
  readonly same?: readonly { readonly path: Path; readonly is: Path }[];
  /** Exported types whose values are something other than `Type()`. */
  readonly types?: Readonly<Record<string, Path>>;
  /** Exported types whose values are what calling their argument gives: `ConfigType<typeof settings>`. */
  readonly resultTypes?: readonly string[];

  readonly callbacks?: readonly CallbackRow[];
  readonly hooks?: readonly HookRow[];
  /** Calls that run, within themselves, what was registered on the same value for the same event. */
  readonly emitters?: readonly { readonly emit: Path; readonly listen: readonly Path[]; readonly eventAt: Place; readonly handlerAt: Place }[];
  readonly values?: readonly ValueRow[];
  /** Calls that describe a text, a number or a switch, whatever is chained on them: what is read by one has no members. `but`: unless one of these is chained. */
  readonly scalars?: { readonly calls: readonly Path[]; readonly but: readonly string[] };
  /** Calls that give every value of the path `on` a member: Fastify's `decorate('pool', pool)`. */
  readonly assigns?: readonly { readonly call: Path; readonly nameAt: Place; readonly valueAt: Place; readonly on: Path }[];
  /**
   * Registering the plugin counts as a call of the path `as` of this library, with the registration's own arguments: `app.register(postgres, options)`.
   * Every value of the path the registration is called on has the result as its member `member`.
   */
  readonly plugins?: readonly { readonly plugin: Path; readonly registeredBy: Path; readonly as: Path; readonly member?: string }[];
  readonly loads?: readonly LoadRow[];
  /** What the library puts on every request, or on its state, by name: `request.diScope`. */
  readonly requestMembers?: Readonly<Record<string, Path>>;
  readonly entryPoints?: readonly EntryPointRow[];
  readonly resources?: readonly ResourceRow[];
  readonly operations?: readonly OperationRow[];
  readonly wrappers?: readonly WrapperRow[];
  readonly blocking?: readonly BlockingRow[];
  readonly budgets?: readonly BudgetRow[];
  /** What is added to a deployed function by `addedBy`, with the place that says how often it delivers a message at most. */
  readonly eventSources?: readonly { readonly call: Path; readonly countAt: Place; readonly addedBy: string; readonly see: string }[];
  readonly closers?: readonly CloserRow[];
  readonly signals?: readonly SignalRow[];
  /** Calls that change a client made elsewhere: `axiosRetry(client)`, `setGlobalDispatcher(agent)`. */
  readonly settings?: readonly SettingRow[];
  /** Calls that put functions around every request of the client at the path `on`: `before` runs first and may refuse, `failure` sees what failed. */
  readonly interceptors?: readonly { readonly call: Path; readonly on: Path; readonly before?: Place; readonly failure?: Place }[];
  /** Methods that a subclass overrides to change each request of the client at the path `on`: RESTDataSource's `willSendRequest`. */
  readonly overrides?: readonly { readonly on: Path; readonly method: string }[];
  /** Calls that tie what stands at `of` to the client at `to`, or to the one that they make: Sequelize's `Model.init(fields, { sequelize })`, `new Sequelize({ models })`. */
  readonly ties?: readonly { readonly call: Path; readonly of: Place; readonly to?: Place }[];
  /** What bounds an accepted body: a parser, a server's own option. `default: 'never'` where the framework reads any size. */
  readonly bodies?: readonly BudgetRow[];
  /** Places where a statement names the transaction that it belongs to: Sequelize's `transaction` option. */
  readonly joins?: readonly Place[];
  /** Where one of these is called, statements join the transaction around them by themselves: Sequelize's `useCLS`. Empty path: where the library is imported. */
  readonly ambient?: readonly Path[];
  /** Calls that run or answer a request once for each key: idempotency middleware and wrappers. */
  readonly claims?: readonly ClaimRow[];
  /** Methods that send a lazy call although nobody awaits it: Mongoose's `exec`. */
  readonly sentBy?: readonly string[];
  /** The package whose publishing calls say how often a message of this library's consumers is delivered (`redelivers`). Absent: again and again until it succeeds. */
  readonly attemptsBy?: string;
  /** Types of what a request is answered with: a call on a value of one answers it. */
  readonly answersBy?: readonly Path[];
  /** Calls that end the process. */
  readonly exits?: readonly Path[];
  /** Calls that send a signal: to the process itself at `to`, one of these at `signalAt` ends it at once. */
  readonly kills?: readonly { readonly call: Path; readonly to: Place; readonly self: Path; readonly signalAt: Place; readonly signals: readonly string[]; readonly see: string }[];
  /** Calls that give something new each time: random ids, the time. `onlyWithoutArguments`: a date made from a given time is no new one. */
  readonly draws?: readonly { readonly call: Path; readonly onlyWithoutArguments?: true }[];
  /** Calls that check the signature of a webhook's delivery: its sender repeats what is not answered. */
  readonly verifies?: readonly Path[];
  readonly injection?: InjectionRow;
  /** Calls that limit load or make the service visible, for the readiness review. */
  readonly provisions?: readonly ProvisionRow[];
  /** Codes of its errors: the row is there already (`taken`), or there is none (`missing`). */
  readonly errors?: { readonly taken?: readonly string[]; readonly missing?: readonly string[]; readonly see: string };
  /** How code declares tables and what is unique in them. */
  readonly tables?: readonly TableRow[];
  /** Names that tell what they do where their holder is not in sight: in a migration that is read as text, on a parameter without a type. */
  readonly words?: readonly WordRow[];
  /** What else to know: settings and traps that no rule asks about yet. */
  readonly remarks?: readonly Remark[];
}

/** A call of the real package on a server of the check that shows defaults: how long it waits, how often it tries. */
export interface ShownRow {
  /** The defaults as the rows have them: `attempt 10000`, `total never`, `retries 2`, `delay 1000`. */
  readonly shows: readonly string[];
  /** What is called at last: `createClient().get`. */
  readonly call: Path;
  /** The arguments of each call of the path, in order; in texts, `$url`, `$host` and `$port` are those of the server. */
  readonly given: readonly (readonly unknown[])[];
  /** `silent`: it accepts and says nothing. `trickling`: a body that never ends. `deaf`: connecting never ends. `failing`: it answers 503. Absent: as the claim has it. */
  readonly server?: 'silent' | 'trickling' | 'deaf' | 'failing';
}

/** A setting with what it does, or a trap; for people, who read it in docs/libraries.md. */
export interface Remark {
  /** Names of the settings it is about: `volumeThreshold`. */
  readonly options?: readonly string[];
  readonly default?: string | number | boolean;
  readonly unit?: string;
  readonly says: string;
  readonly versions?: Versions;
  readonly see: string;
}

/** A limit in time or number: where it is set, what silence means, what it really bounds. */
export interface Limit {
  readonly limits:
    | 'acquire-wait' // waiting for a pooled connection
    | 'connect' | 'headers' | 'idle' // these do not bound an operation
    | 'attempt' // one attempt, to its end
    | 'total' // the whole call with its retries
    | 'statement' | 'body' | 'size' | 'queue';
  /** Where it can be set, most specific first: the first place that is set wins. Empty: there is no such option. */
  readonly at: readonly Place[];
  /** Also set in a text standing at one of these places, as `name=number`: PostgreSQL's `options: '-c statement_timeout=5000'`. */
  readonly inText?: { readonly at: readonly Place[]; readonly name: string };
  /** Where it is set at several places, the least of them counts: knex's two waits for a connection. */
  readonly least?: true;
  /** Unit of a number; text (`'5s'`, `'1mb'`) carries its own. `date` an absolute time in ms, `signal` an AbortSignal whose timeout counts, `function` one of the service's own that does the work and may have a limit of its own (`fetch: fetchWithTimeout`). Default `ms`. */
  readonly unit?: 'ms' | 's' | 'min' | 'date' | 'signal' | 'function' | 'count' | 'bytes';
  /** What the library does when nothing is set: a number (in ms for times), `never` for no limit, `unknown`. */
  readonly default: number | 'never' | 'unknown';
  /** Values that switch it off. */
  readonly offAt?: readonly (number | 'Infinity' | boolean | null)[];
  /** It limits only while this place holds this value (AWS's `throwOnRequestTimeout`). */
  readonly onlyWhen?: { readonly at: Place; readonly is: string | number | boolean };
  /** It limits only where a function standing at one of these places calls something of one of these names: a listener that destroys the request. */
  readonly onlyIfCalled?: { readonly at: readonly Place[]; readonly names: readonly string[] };
  readonly versions?: Versions;
  /** It limits how long a connection without a request is kept for its client. */
  readonly keepsAlive?: true;
  /** What to know: 'a trickling body outlives it'. Goes into the evidence. */
  readonly note?: string;
  /** Where no option sets it: the library's call that ends what runs within it, `connection.withDeadline(…)`. */
  readonly within?: string;
  readonly see: string;
  /** Why the default is not run on the package: 'needs an Oracle database'. Absent: it is. */
  readonly unrun?: string;
}

/** An argument that is a function the library calls. */
export interface CallbackRow {
  readonly when?: When;
  readonly call: Path;
  readonly callback: Place;
  /** `now`: within the call, its time counts. `later`: after it, nobody awaits it. `never`: not by this call (kept for a later one, or in another process: a worker's file). `start`: once, at start-up. */
  readonly runs: 'now' | 'later' | 'never' | 'start';
  /** What its parameters are, by position. `''` where unknown; a path otherwise (`()` the instance …), or a place (`@0.x`). */
  readonly parameters?: readonly Path[];
  /** Members that what it is given has not, though its path has them: the client within Prisma's transaction opens no other. In the versions named alone. */
  readonly lacks?: readonly { readonly members: readonly string[]; readonly versions?: Versions }[];
  /** Methods of the object or class standing there that are the functions called. */
  readonly members?: readonly string[];
  /** The call gives what the callback gives. */
  readonly gives?: true;
  /** With `later`: before anything that is waited for can end, as `nextTick` does. */
  readonly soon?: true;
}

/**
 * Calls that run functions which were registered on what they work on: an ORM's hooks. They work on what they are called on and given,
 * on what that was made from (a model's schema), and on the classes among these.
 */
export interface HookRow {
  readonly calls: readonly Path[];
  /** What registers one: a call on the thing itself or that makes it, or the decorator of a method of its class. */
  readonly by?: Path;
  /** Instead: the hook is the method of this name that its class declares, Objection's `$beforeInsert`; with `by`, of what stands at `handlerAt`. */
  readonly method?: string;
  /** What the function is given, where it stands in the registering call. */
  readonly passes?: readonly Place[];
  /** Those registered last run first, whichever row they are of. */
  readonly reverse?: true;
  readonly static?: true;
  readonly when?: When;
  /** Where the registering call has the function; absent: the decorated method. `*` stands for what it stands for in the call: a model's name. */
  readonly handlerAt?: Place;
  /** The call runs this method of the classes whose decorator, `by`, names the class of what it is given there: Nest's command bus. */
  readonly ofMessage?: { readonly at: Place; readonly method: string };
  /** Only what the registering call gives has it, not what that is called on: Prisma's `$extends`. */
  readonly onlyResult?: true;
  /** What `this` is in the function. */
  readonly self?: Path;
  readonly see: string;
}

/** A plugin whose registration registers what the files of a folder export, each under the folders it lies in: `app.register(autoload, { dir })`. */
export interface LoadRow {
  readonly plugin: Path;
  readonly registeredBy: Path;
  readonly folderAt: Place;
  /** The name of the option that holds what each is registered with, and the prefix among that. */
  readonly options: string;
  readonly prefix: string;
  /** False there: the folders are no part of the prefix. */
  readonly foldersAt: Place;
  /** True there: a folder `_id` is the parameter `:id`. */
  readonly parametersAt: Place;
  /** The pattern of what is left out. */
  readonly ignoredAt: Place;
  /** Options that choose among the files: where one is given, nobody can tell which are loaded. */
  readonly choosesAt: readonly Place[];
  /** The name, without its extension, of the file that stands for all of its folder. */
  readonly index: string;
  /** A pattern of names that are no plugins. */
  readonly hooks: string;
  /** Exports of a file: its prefix instead of the folders', its whole prefix, whether it is loaded. */
  readonly ownPrefix: string;
  readonly wholePrefix: string;
  readonly off: string;
  readonly see: string;
}

/** A call that computes a value from its arguments, so that the evaluator can go through it. */
export interface ValueRow {
  readonly call: Path;
  /** `duration`: text such as '3s' to ms. `argument`: the value at `from` itself. `environment`: a string nobody knows. `function`: `from` wrapped, still the same function. `once`: likewise, runs once in the process. `merge`: one object of all arguments; `merge-deep`: objects in them likewise. `list`: all arguments as a list. `token`: something equal to itself alone, a name in a container. `leaves`: the object at `from` with each description in it replaced by its member `leaf`. `filled`: the functions of the object at `from`, each called with its first argument and what stands at `with` as one object. `promised`: the function at `from`, called with a last argument that settles the promise it gives. `put`: what one of the calls `by` has at `from`, made on the same value. */
  readonly gives: 'put' | 'duration' | 'number' | 'argument' | 'function' | 'once' | 'environment' | 'signal' | 'merge' | 'merge-deep' | 'list' | 'token' | 'leaves' | 'filled' | 'promised';
  readonly from?: Place;
  /** Where nothing stands at `from`: this place. */
  readonly orFrom?: Place;
  /** With `duration`: what a number counts; ms where absent. */
  readonly unit?: 's' | 'min';
  /** Where nothing is known of what stands there, it is a text or a number still, and has no members. */
  readonly scalar?: true;
  /** With `put`: the calls that put it there. */
  readonly by?: readonly Path[];
  /** With `filled`: what the functions are given besides. */
  readonly with?: Place;
  /** With `leaves`: the member of a description that holds its value, convict's `default`. */
  readonly leaf?: string;
  /** The first argument names what is given, `http.timeout`: a member of the objects standing at these places. Absent, or not found there: as `gives` says. */
  readonly named?: readonly NamedIn[];
}

/** Where a value stands that is asked for by its name. */
export interface NamedIn {
  /** The calls that bring the objects, wherever they are made: `ConfigModule.forRoot`. Absent: this call, so that `at` may begin with `creation:`. */
  readonly by?: Path;
  /** The objects, or functions that give them. */
  readonly at?: Place;
  /** Instead: files of the service that hold them, later ones over earlier ones, as paths without extension from the folder of its manifest: `config/default`. */
  readonly files?: readonly string[];
  /** What stands in front of the names of these objects: `registerAs('http', …)`. */
  readonly under?: Place;
  /** The member of what is found that holds the value: convict's `default`. */
  readonly leaf?: string;
  /** Only where none of the others has one of that name. */
  readonly otherwise?: true;
}

/** Settings of a platform that name handlers as `path/to/module.export`; `*` is the key that a handler stands under. */
export interface HandlerSettings {
  readonly files: readonly string[];
  readonly handlerAt: string;
  /** The folder it starts from, most specific first. */
  readonly folderAt?: readonly string[];
  /** Where the files are listed that are built to what the handler names: esbuild's entry points. */
  readonly sourcesAt?: string;
}

/** How a handler is registered, and what enters there. */
export interface EntryPointRow {
  readonly kind: 'http' | 'middleware' | 'rpc' | 'graphql' | 'consumer' | 'socket' | 'schedule' | 'serverless' | 'error-handler';
  readonly when?: When;
  /** One of: a registering call; a method decorator; exported names of files by convention. */
  readonly call?: Path;
  readonly decorator?: Path;
  readonly file?: {
    /** Globs of project-relative paths. */
    readonly paths: readonly string[];
    /** Exported names that are handlers; `default` included; `*` any. */
    readonly exports: readonly string[];
    /** How the path gives the route: `app` (Next's app router), `pages` (its pages router), `remix` (Remix's flat routes), `nitro` (Nitro's, with a verb before the extension), `none`. */
    readonly route: 'app' | 'pages' | 'remix' | 'nitro' | 'none';
  };
  /** Settings of a platform that name handlers as `path/to/module.export`: files by name, the place of the handlers in them, the folder it starts from. */
  readonly settings?: HandlerSettings & {
    /** A text among an event's settings that makes the list of failed messages count which the handler returns. */
    readonly reports?: string;
    /** Where the events stand that run the handler, as a list or a table: each by its own key, or by what its member `eventType` says. */
    readonly eventsAt?: string;
    readonly eventType?: string;
    readonly events?: readonly { readonly is: readonly string[]; readonly answers: boolean; readonly repeats: 'client' | 'redelivery' | 'schedule' }[];
    /** Where an event names the queue that it comes from, and where that queue says how often it delivers a message at most. */
    readonly deliveries?: {
      readonly sourceAt: readonly string[]; readonly resourcesAt: string; readonly countAt: string; readonly parametersAt?: string;
      /** Resources of their own that join a queue with a function. */
      readonly mappings?: { readonly typeAt: string; readonly is: string; readonly sourceAt: string; readonly functionAt: string };
    };
  };
  /** Exports of these names whose first parameter bears one of these names, in files that nobody imports: a handler that no settings in sight name. */
  readonly shape?: { readonly exports: readonly string[]; readonly parameter: readonly string[] };
  /** Functions exported by files that begin with this directive, Next's `use server`, which code under the other one imports, or which are passed on: called from outside. */
  readonly directive?: { readonly is: string; readonly importedUnder: string };
  /** Literal verb (`GET`, `ALL`), or the place of the verb(s). For decorators and files likewise; `export` is the exported name itself. */
  readonly method?: string;
  readonly methodAt?: Place;
  /** The route, topic, queue, event or expression that names it; for a map of handlers, what all of them belong to. */
  readonly nameAt?: Place;
  /** Where it is read when `nameAt` holds no text: `0|0`, the call that declared the queue. */
  readonly orNameAt?: readonly Place[];
  /** A name may stand before the path: where the next argument is text too, that one is the path (koa-router). */
  readonly optionalName?: true;
  /** Fixed name where there is none to read. */
  readonly name?: string;
  /** Calls whose first argument names what enters here: a listener of something that nobody emits is no entry point. */
  readonly emittedBy?: readonly Path[];
  /** Only where the handler is a function that the call stands in, whatever came before it: `setTimeout(poll, 5000)` at the end of `poll`. */
  readonly again?: true;
  /** Where the handlers stand. For a map of handlers, `0.*` (each property is an entry point named by its key). The last handler answers, those before it are its middleware. */
  readonly handlers?: readonly Place[];
  /** For a map of handlers, where a description stands whose members name those that can be called: gRPC's `0`. Unread, methods that the program itself calls are none. */
  readonly declaredAt?: Place;
  /** Middleware of this registration, before the handler: Fastify's `1.preHandler`. */
  readonly before?: readonly Place[];
  /** Names of property methods that are handlers when the handler is an object or class: `handle`, `eachMessage`. */
  readonly members?: readonly string[];
  /** Class decorator whose argument (a text, a list of texts, or an object's `path`) prefixes the path: Nest's `Controller`. Without `decorator`, `members` are the handlers. */
  readonly classDecorator?: Path;
  /** Middleware that the class decorator names. */
  readonly classBefore?: readonly Place[];
  /** What the handler's parameters are, by position. */
  readonly parameters?: readonly Path[];
  /** Exports annotated with one of these types, or whose first parameter is, are handlers: `Handler`, `SQSEvent` of aws-lambda. Or what calling this path gives: `` for `middy()`. */
  readonly typed?: readonly Path[];
  /** Likewise exports whose second parameter is of one of these types: a Lambda's `Context`. */
  readonly typedSecond?: readonly Path[];
  /** A provider bound to this injection token is one: Nest's `APP_GUARD`. */
  readonly token?: Path;
  /** What `this` is in the handler: `of:`, the value the registration is called on. */
  readonly self?: Place;
  /** A function with so many parameters runs only after an error: Express's four. */
  readonly errorArity?: number;
  /** It runs after the handler: Fastify's `onSend`. `answered`: when the answer has been sent and nobody waits any more, `onResponse`. */
  readonly after?: true | 'answered';
  /** The routes it is for, where not all: texts are paths, classes are controllers (Nest's `forRoutes`). */
  readonly only?: Place;
  /** Where among the handler's own parameters the context stands that a mount's handler gives: tRPC's `0.ctx`, GraphQL's `2`. */
  readonly contextAt?: Place;
  /** The path whose only creation in sight holds what is registered on nothing: object types hang in the one `GraphQLSchema`. */
  readonly heldBy?: Path;
  /** The handler gives the context of what is mounted: Apollo's `context`. */
  readonly context?: true;
  /** The place among the handler's own parameters that runs what comes after it and gives its promise: Koa's `1`, Nest's `1.handle`. Absent: nobody awaits the rest. */
  readonly continues?: Place;
  /** Places among the handler's own parameters through which it answers: Express's response `1` and `next`, `2`. */
  readonly answersAt?: readonly Place[];
  /** Rank of this kind of middleware where it is not the order of registration: Nest's middleware 0, guards 1, interceptors 2, pipes 3. */
  readonly phase?: number;
  /** Someone waits for an answer. */
  readonly answers: boolean;
  /** Who can make it run twice. */
  readonly repeats?: 'client' | 'redelivery' | 'schedule' | 'never' | 'invoker';
  /** Nobody repeats it when this place holds one of these: amqplib's `noAck`. */
  readonly repeatsUnless?: When;
  /** Registered under a prefix or a router: see `mounts`. A registration that holds others instead of a handler: */
  readonly mount?: {
    readonly prefixAt?: Place;
    /** A child that this call wraps gets no scope of its own, no prefix either: fastify-plugin. */
    readonly unscopedBy?: Path;
    /** The router(s), plugin function(s) or controllers mounted. */
    readonly childAt: Place;
    /** The application it is mounted on, where the registration is no method of it; what is mounted are classes with decorated methods, any where none is listed: `useExpressServer(app, { controllers })`. */
    readonly onAt?: Place;
    /** The property of an element that lists further elements below it: RouterModule's `children`. */
    readonly childrenAt?: string;
  };
  /** What the call gives is a function of this framework's platform: the application at one of these places keeps to the limit that the platform sets it. */
  readonly platform?: { readonly framework: string; readonly servesAt: readonly Place[] };
  /** Sets a prefix for everything on the same router: Nest's `setGlobalPrefix`, koa-router's `prefix` option. */
  readonly prefix?: { readonly at: Place; /** Routes that do without. */ readonly exceptAt?: Place };
  /** Puts a version before the path: the text before it and its place, the decorator of a method, the property of the class decorator, the default. */
  readonly version?: { /** The version stands in the path where this holds, or nothing is said. */ readonly when?: When; readonly text: string; readonly textAt: Place; readonly decorator: Path; readonly classAt: Place; readonly defaultAt: Place };
  readonly see?: string;
}

/** Something opened that has a life: server, pool, client, consumer, worker, timer. */
export interface ResourceRow {
  readonly when?: When;
  readonly create: Path;
  readonly is: 'server' | 'pool' | 'client' | 'breaker' | 'consumer' | 'producer' | 'worker' | 'timer' | 'scheduler' | 'router' | 'app' | 'cache' | 'policy';
  readonly name?: string;
  readonly limits?: readonly Limit[];
  /** Methods that close it. `waits`: for work in flight. */
  readonly close?: readonly {
    readonly call: string;
    readonly awaitable: boolean;
    readonly waits: boolean;
    /** `call` is a function of the same library that takes the resource at this place: `clearInterval`. */
    readonly at?: Place;
    /** `call` is a function of the library that closes whatever it opened in this process: mongoose's `disconnect`. */
    readonly all?: true;
    /** `call` is a method of the value at this place of the creation: Apollo's `stop`. */
    readonly of?: Place;
    /** The callback that runs when closing is done. */
    readonly callbackAt?: Place;
    /** It only takes in nothing more: what is sent through it goes on. */
    readonly intakeOnly?: true;
    /** After how long it gives up by itself. */
    readonly ends?: Limit;
    /** Something given at its creation that it closes after itself: the HTTP server that Socket.IO hangs on. */
    readonly closesToo?: readonly Place[];
    readonly versions?: Versions;
  }[];
  /** Methods after whose call it need not be closed: `unref`. */
  readonly freedBy?: readonly string[];
  /** Must be closed on shutdown (servers, pools, database and broker clients, consumers, workers, intervals). */
  readonly mustClose?: boolean;
  /** It only gathers what it is given and sends it later: nobody waits for it, and closed too early it loses what comes after. */
  readonly gathers?: true;
  /** Its methods that answer one request with what is registered on it, for the one who calls them: `yoga.fetch(request)`. */
  readonly serves?: readonly string[];
  /** Method that makes a server accept: `listen`. The creation itself when it does. */
  readonly opens?: readonly string[];
  /** It is open once it is made, and takes work only where one of these methods is called: Bull's `process`. */
  readonly takesBy?: readonly string[];
  /** Places of resources it is built on or wraps: an HTTP server's app, an adapter's pool. */
  readonly uses?: readonly Place[];
  /** Where a resource stands at one of these places, this only wraps it and has no limits of its own: drizzle around a pg Pool. */
  readonly wraps?: readonly Place[];
  /** It closes nothing that it wraps: that is closed by whoever made it. With `mustClose` it has to be closed where it made its own, from a URL or options. */
  readonly closesNothing?: true;
  /** Retries that the library does by itself. */
  readonly retries?: RetryRow;
  readonly versions?: Versions;
  readonly see?: string;
}

/** A call that waits for something outside. */
export interface OperationRow {
  readonly when?: When;
  readonly call: Path;
  /** The names that the `*` at the end of `call` stands for. */
  readonly members?: readonly string[];
  readonly is: 'outbound' | 'statement' | 'command' | 'acquire' | 'publish' | 'sleep' | 'lock' | 'transaction' | 'release' | 'presign';
  /** What it does to the other side. `sql`: read from the text at `textAt`; `write` with a `textAt`: unless the text shows that it only reads; `method`: from the HTTP verb at `methodAt` (default `methodDefault`); `command`: by the constructor's name at `commandAt`; `named`: by its own name, a remote procedure. */
  readonly effect: 'read' | 'idempotent' | 'write' | 'sql' | 'method' | 'command' | 'named' | 'none';
  /** An object standing there: its `text` or `sql`. */
  readonly textAt?: Place;
  readonly methodAt?: Place;
  readonly methodDefault?: string;
  /** For `command`: place of a command object whose class name's verb decides (AWS `PutItemCommand`); absent: the called member's own name decides. */
  readonly commandAt?: Place;
  /** What the names of such classes end in: `Command`. */
  readonly commandEnds?: string;
  /** An update adds up where the text standing there has one of these words: DynamoDB's `ADD` and `+`. */
  readonly addsUpBy?: { readonly at: Place; readonly words: readonly string[] };
  /** It writes only where nothing is there yet: always, or where one of these stands at one of these places, alone or in a longer text: Redis' `NX`, DynamoDB's `attribute_not_exists`. */
  readonly onlyIfAbsent?: readonly { readonly members?: readonly string[]; readonly at?: readonly Place[]; readonly is?: readonly (string | boolean)[]; /** What happens when something is there. */ readonly otherwise: 'fails' | 'tells' }[];
  /** An INSERT replaces the row that is there, and so never tells that it was there: CQL. */
  readonly overwrites?: true;
  /** It sends what was put into the pipeline that it is called on. */
  readonly flushes?: true;
  /** Waits for a connection of the pool it is called on, for its own time or until release. */
  readonly acquires?: 'per-call' | 'until-release' | 'during-callback';
  /** The client that runs it, where it is not called on one: Kysely's `sql` statement, executed by `execute(db)`. */
  readonly clientAt?: Place;
  /** What it is called on holds the connection from then on, not what it gives: TypeORM's query runner. */
  readonly holds?: 'receiver';
  /** It marks a transaction, but keeps no connection of the pool between its statements: MongoDB's sessions. */
  readonly unpinned?: true;
  readonly limits?: readonly Limit[];
  readonly retries?: RetryRow;
  /** Places that make a second run harmless when they carry a stable key. A `chain:` place names columns that must not occur twice: `onConflict('id')`. */
  readonly keys?: readonly Place[];
  /** Where what is written stands: rows, documents, bodies, whose members are looked through for an id of the request. Absent: all arguments. Empty: whoever gets it compares nothing, a mail is a new one each time. */
  readonly dataAt?: readonly Place[];
  /** Where the table stands that it writes to, surest first: its name, the class or the model that stands for it; of a member that is named like the table, the value it is called on. */
  readonly tableAt?: readonly Place[];
  /** Names that make it a relative update, as members anywhere in the arguments (Prisma's `increment`, MongoDB's `$inc`) or as the method called. */
  readonly relativeBy?: readonly string[];
  /** Where an object stands with what an update gives to columns: a term with the column in it (`sql`${total} + 1``) makes it a relative update. */
  readonly setsAt?: readonly Place[];
  /** Calls that make it a counter of a passing window when they stand in the same function: Redis' `expire`. Such a counter counts attempts, as it should. */
  readonly windowBy?: readonly string[];
  /** Members that fail where there is no such row, and take it out otherwise: Prisma's `delete`. */
  readonly failsWithout?: readonly string[];
  /** What stands there is updated, not created, where it was read before: TypeORM's `save`. */
  readonly existingAt?: Place;
  /** It leaves this machine only where one of these is known to stand: a socket's host, not the path of a pipe. */
  readonly leavesWith?: readonly Place[];
  /** Whom it talks to: place of a URL or host, for grouping. */
  readonly partnerAt?: readonly Place[];
  /** Where the other side's own name stands, where no address does: the service of a client made by its name. */
  readonly partnerNameAt?: Place;
  /** What this publishes is delivered again, so often, when its consumer fails: a job's `attempts`. */
  readonly redelivers?: RetryRow & { /** Where the name of the queue stands that a consumer has as well. */ readonly to?: readonly Place[] };
  /** What the called function puts around its request by itself, unseen from outside: a breaker. */
  readonly behind?: 'breaker';
  /** Gives a message back to be delivered again, unless this holds. */
  readonly requeues?: { readonly unless: When };
  /** Where a function stands that does the sending, when one is given: what it does counts instead. */
  readonly sentBy?: Place;
  /** Does nothing until awaited or until a terminal call. A chain of lazy calls is one operation, that of its strongest effect. */
  readonly lazy?: boolean;
  readonly versions?: Versions;
  readonly see?: string;
}

export interface RetryRow {
  /** Where the number is set, and whether it counts retries or attempts. */
  readonly at: readonly Place[];
  readonly counts: 'retries' | 'attempts';
  /** Where a single call of the client says another number: `*.axios-retry.retries`. */
  readonly callAt?: readonly Place[];
  readonly default: number | 'Infinity';
  /** So often where the call that the first place speaks of is made without a number: superagent's `.retry()`. */
  readonly bare?: number;
  /** No new attempt begins after so many ms: neo4j's `maxTransactionRetryTime`. */
  readonly within?: { readonly at: readonly Place[]; readonly default: number };
  /** As often as it takes where this is so, whatever the number: `forever: true`. */
  readonly endlessWhen?: When;
  /** Does it repeat non-idempotent requests? `keyed`: with a key of its own, so that repeating is harmless. */
  readonly writes: boolean | 'keyed';
  /** Repeats writes after all when the list of verbs at this place names one: got's `retry.methods`. */
  readonly writesAt?: readonly Place[];
  /** Repeats writes as soon as the number is set at all (ofetch). */
  readonly writesOnceSet?: true;
  /** Repeats no writes when this place holds one of these (a path of the library or a literal). */
  readonly writesUnless?: { readonly at: Place; readonly is: readonly (string | boolean)[] };
  /** All attempts share the timeout of the first, a gRPC call's deadline, unless the place holds `true` (axios-retry's `shouldResetTimeout`). */
  readonly sharesTimeout?: { readonly unless?: Place };
  /** Delay of each retry in ms at its largest where nothing is set. */
  readonly delay?: { readonly at?: readonly Place[]; readonly default: number | 'unknown'; readonly factor?: number; /** Each is longer than the one before by the first. */ readonly linear?: true; readonly cap?: number; readonly jitter?: boolean; readonly factorAt?: readonly Place[]; readonly capAt?: readonly Place[]; /** `true`, or any text but `none`, means jitter. */ readonly jitterAt?: readonly Place[]; /** What a function or policy of the library does that stands at `at` or `shapeAt`. */ readonly shapes?: readonly { readonly is: Path; readonly waits: 'no' | 'constant' | 'growing'; readonly jitter: boolean; /** Its first delay in ms at its largest, and what each is multiplied with for the next. */ readonly first?: number; readonly factor?: number }[]; readonly shapeAt?: readonly Place[]; /** Which parameter of a function at `at` counts the retries, and from which number on; the first one, from 1, where absent. */ readonly counted?: { readonly at: number; readonly from: number }; /** A function at `at` may give a call that does the waiting: rxjs' `timer(200)`. */ readonly waitedBy?: { readonly call: Path; readonly at: Place } };
  readonly see?: string;
  /** Why the default is not run on the package; absent: it is. */
  readonly unrun?: string;
}

/** A call whose registration is the creation of what gets injected. */
export interface ProvidesRow {
  readonly call: Path;
  readonly gives: Path;
  /** Where the options stand that another registration takes as its first argument: what a factory gives, `0.useFactory()`. */
  readonly optionsAt?: Place;
  /** Where the name stands that tells it from others. */
  readonly nameAt?: Place;
  /** Every argument, and every element of a list, registers one, and stands first for it: `registerQueue({ name: 'mail' }, { name: 'sms' })`. */
  readonly each?: true;
  /** What is not set there is taken from one of these calls, `BullModule.forRoot(options)`: the one that has at `keyAt` what the registration has at `namedAt`. */
  readonly takesOver?: { readonly calls: readonly Path[]; readonly keyAt: Place; readonly namedAt: Place };
}

/** A call that runs a function under a guard. */
export interface WrapperRow {
  /** The call that runs it: `().fire`, or gives a wrapped function when `gives` is `function`, or a policy when `gives` is `policy`. */
  readonly call: Path;
  readonly guard: 'breaker' | 'timeout' | 'retry' | 'bulkhead' | 'once' | 'cache' | 'fallback' | 'none' | 'compose';
  /** Where the function (or the promise) stands. `policies` for `compose`: outermost first. */
  readonly function?: Place;
  readonly policies?: Place;
  readonly gives?: 'result' | 'function' | 'policy';
  /** Only where so many arguments stand, at least: `Effect.timeout(effect, 500)`, which with one of them gives a policy. */
  readonly withArguments?: number;
  /** For a policy: the method that runs a function under it: `execute`, and the place of the function there. */
  readonly runs?: readonly { readonly call: string; readonly function: Place }[];
  readonly timeout?: Limit;
  readonly retries?: RetryRow;
  /** For a breaker: how many calls in a row have to fail before it opens; less than one is one. */
  readonly opensAfter?: { readonly at: readonly Place[]; readonly default: number | 'unknown'; readonly see: string };
  /** The guard bounds nothing when this place holds this value (a literal or a path of the library): cockatiel's `TimeoutStrategy.Cooperative`. */
  readonly cooperativeWhen?: { readonly at: Place; readonly orAt?: Place; readonly is: string };
  /** The call stands as a method decorator: the function is the decorated method. */
  readonly decorates?: true;
  /** The function gets the call's arguments, with those of other calls, as one list: DataLoader's batch function. */
  readonly batches?: true;
  /** A function that runs in its stead when the guard refuses or the call fails; it is not under the guard. */
  readonly fallback?: Place;
  /** For `compose`: the first policy is the innermost (rxjs' `pipe`). */
  readonly innermostFirst?: true;
  /** For `compose`: calls that give what `function` stands for; an async function that is called in their argument has started, and no policy starts it again. */
  readonly startedBy?: readonly string[];
  readonly parameters?: readonly Path[];
  readonly see?: string;
}

/** A call that blocks the event loop. */
export interface BlockingRow {
  /** One or more paths; `*` allowed. */
  readonly calls: readonly Path[];
  readonly when?: When;
  readonly blocks: 'disk' | 'cpu' | 'process' | 'network' | 'database' | 'wait';
  /** It works in turns of about so many ms and lets other work in between. */
  readonly slices?: number;
  /** `high` is reported as an error, `low` as a warning (a cached `existsSync`). */
  readonly cost: 'high' | 'low';
  /** Only when no function is among the arguments (a callback makes it asynchronous). */
  readonly unlessCallback?: true;
  /** Only when a text is given here: the path of what it reads at once. Content in memory is taken as it is. */
  readonly textAt?: Place;
  /** The asynchronous way out, for the remedy: `fs.promises.readFile`. */
  readonly instead?: string;
  /** Those of the calls that exist without `Sync`, giving a promise of the same value, on this member of the module (empty for the module itself). */
  readonly promised?: { readonly member: string; readonly calls: readonly Path[] };
  readonly versions?: Versions;
  readonly see?: string;
}

/** A total deadline for requests: middleware, server option or platform setting. */
export interface BudgetRow {
  readonly when?: When;
  /** The call that installs it (a middleware's creation, a server's creation). */
  readonly call: Path;
  /**
   * Instead of a call: a platform's settings that name handlers, as in `EntryPointRow.settings`, with the places of the limit there, most specific
   * first; `*` is the key the handler stands under.
   */
  readonly settings?: HandlerSettings & { readonly limitAt: readonly string[]; /** Where a parameter's value stands that a limit refers to, `*` its name. */ readonly parametersAt?: string };
  /** Instead of a call: settings that name the files of handlers by globs, the first that fits counts: the keys at `at`, with the limit at `limitAt`, where `*` is the key. What the handler's own file exports comes first. */
  readonly globs?: { readonly files: readonly string[]; readonly at: string; readonly limitAt: string };
  /** Instead of a call: a constant that the handler's file exports under this name (Next's `maxDuration`); `result:` is its value. */
  readonly exported?: string;
  /** With `exported`, for a body: globs of the files whose handlers have the default where nothing is exported, unless one of these exported settings holds. */
  readonly files?: { readonly paths: readonly string[]; readonly unless?: readonly When[] };
  /** Instead of a call: each handler of these kinds has such a limit, and where none of the settings that are read sets it, this says what nobody can tell. */
  readonly always?: { readonly kinds: readonly EntryPointRow['kind'][]; readonly because: string };
  /** Instead of a call: handlers of these kinds that call a member of this name of what they are given keep to the limit that their client has sent. */
  readonly propagated?: { readonly kinds: readonly EntryPointRow['kind'][]; readonly member: string };
  /**
   * The call deploys a function to a platform: the file, or the folder that is the first argument of what stands there, and the function's name in
   * it, alone or behind its file.
   */
  readonly deploys?: { readonly fileAt?: Place; readonly folderAt?: Place; readonly exportAt: Place; readonly exported?: string };
  readonly limit: Limit;
  /** For a body: it reads the stream standing there, which is a request's or not. */
  readonly streamAt?: Place;
  /** For a body: calls of this library that set what holds where nothing is set here. */
  readonly inheritsFrom?: readonly Path[];
  /** For a body: the route that it registers, or is registered with, has its body read before the handler runs, where one of `needs` is given. */
  readonly registered?: true;
  readonly needs?: readonly Place[];
  /** For a body: it reads nothing, it refuses what is too long. */
  readonly checks?: true;
  /** For a body: it reads what no parser in front of it has read. */
  readonly unparsed?: true;
  /** `chain`: covers what is registered after it on the same router. `server`: everything on it. `route`: this registration. */
  readonly covers: 'chain' | 'server' | 'route';
  readonly see?: string;
}

/** A call that arranges shutdown: terminus, close-with-grace, Nest's shutdown hooks, Fastify's onClose. */
export interface CloserRow {
  readonly when?: When;
  readonly call: Path;
  /** Where the server, and the clean-up functions stand. */
  readonly serverAt?: Place;
  readonly cleanups?: readonly Place[];
  /** What the clean-up functions are given, by position, and what `this` is in them. */
  readonly passes?: readonly Place[];
  readonly self?: Place;
  /** Does it listen for signals itself? */
  readonly signals?: boolean;
  /** Where those other than SIGTERM are named; `all` of the usual ones where nothing is, or `none`. */
  readonly otherSignals?: { readonly at: readonly Place[]; readonly default: 'all' | 'none' };
  /** Does it close the server before running the clean-ups, after, or not at all? */
  readonly server?: 'first' | 'last' | 'no';
  /** The order of clean-ups: as registered, reversed, all at once. */
  readonly order?: 'registered' | 'reverse' | 'concurrent';
  readonly deadline?: Limit;
  /** The callback that runs when the server is closed, for a call that gives no promise. */
  readonly callbackAt?: Place;
  /** Hook methods on classes, with phases (Nest): `onModuleDestroy`, … */
  readonly hooks?: readonly string[];
  /** The server drains before this hook's phase and after the earlier ones: Nest's `onApplicationShutdown`. */
  readonly drainsBefore?: string;
  readonly see?: string;
}

/** A call that registers a signal handler: `process.on('SIGTERM', f)`. */
export interface SignalRow {
  readonly call: Path;
  readonly signalAt: Place;
  readonly handlerAt: Place;
}

/** A call that changes a client made elsewhere. */
export interface SettingRow {
  readonly when?: When;
  readonly call: Path;
  /** The client: `0`, or `of:` for a method; `result:` for what the call gives, where what it is called on stays as it is; absent: the whole library in this process. */
  readonly client?: Place;
  readonly limits?: readonly Limit[];
  readonly retries?: RetryRow;
  readonly see?: string;
}

/** A call or decorator that says what a table holds, read by its last name wherever it comes from: `pgTable`, `Unique`, `Schema`. */
export interface TableRow {
  readonly named: string;
  /**
   * `table`: declares one, or decorates the class that stands for one. `column`: decorates a member that is unique. `key`: names the columns of a unique
   * key of the table it is called on or the class it decorates. `name`: gives what stands at `of` a name.
   */
  readonly is: 'table' | 'column' | 'key' | 'name';
  /** Where the table's name stands; `of:`: the name of what it is called on. */
  readonly nameAt?: readonly Place[];
  /** For `table`: an object of columns. For `key`: its columns, as a list, as an object's names or as what a function gives. The first that is one. */
  readonly columnsAt?: readonly Place[];
  /** Its indexes: a list or an object of them, or a function that gives one. */
  readonly keysAt?: readonly Place[];
  readonly of?: Place;
  /** It makes something unique only where `true` stands at one of these. */
  readonly onlyBy?: readonly Place[];
  /** The key holds for some rows only where something stands at one of these. */
  readonly partialBy?: readonly Place[];
  /** What it declares is all there is: the tables are made of it. */
  readonly whole?: true;
  readonly see: string;
}

/** Names of one meaning. */
export interface WordRow {
  readonly is:
    | 'url-part' // members of a request that are read from its URL alone
    | 'request-part' // members of a request that a page of links has no use for: its body, its verb, its stream
    | 'request' // members of what a handler is given that are the request or its stream
    | 'gives-back' // methods that give a message back to who delivers it
    | 'gives-back-list' // members of what a handler returns that list messages to be delivered again
    | 'connected' // events that tell of a new connection of a pool
    | 'failure' // functions that make a failed result
    | 'goes-on' // methods that run a function with what a result holds
    | 'count' // members of an answer that say how many rows it is about
    | 'condition' // options of a statement that choose rows
    | 'projection' // options of a statement that say what of the rows is given, in which order
    | 'assigns' // members of an update under which columns are given values
    | 'appends' // members of an update under which a list is given one element more
    | 'any-of' // members of a condition under which not all have to hold
    | 'one-of' // members of a condition that list the values a column may have
    | 'none-of' // members of a condition that name a value which a column must not have
    | 'is-there' // members of a condition that say whether a column is there
    | 'creates-named' // commands that create what they name: a second one is refused, or gives what is there
    | 'relation' // options under which another row is named
    | 'table-of' // methods whose first argument is the table
    | 'removes' // methods that take rows out
    | 'checks' // methods that give what they are given, once it is checked
    | 'reports' // methods of loggers, tracers and metrics, which do not fail
    | 'completion' // members of a body that asks a language model; two of them tell
    | 'makes-table' | 'opens-table' | 'drops-table' | 'renames-table' // calls of migrations
    | 'sets-column' | 'drops-column' | 'adds-key' | 'adds-unique-key' | 'drops-key'
    | 'unique' // calls on a column or an index, and members of its description, that make it unique
    | 'unique-by' // texts that say of a key that it is unique
    | 'unique-keys' // what a list of unique keys stands under or is made by
    | 'key-columns' // members that hold the columns of a key
    | 'columns-apart' // those of them whose list is a key wherever it stands
    | 'key-on' // calls on a key that name its table
    | 'key-column' // calls on a key that name its columns
    | 'key-part'; // calls and members that make a key one of some rows only
  readonly names: readonly string[];
  readonly see: string;
}

/** A call that claims a key, so that a second run with the same key has no effect. */
export interface ClaimRow {
  readonly call: Path;
  /** `wrapper`: runs `function` once for each key. `middleware`: answers repeated requests by itself. `check`: says whether this is a repetition; the handler has to stop then. */
  readonly is: 'wrapper' | 'middleware' | 'check';
  readonly function?: Place;
  /** Where the key, or what selects it from the request, stands; absent: the `Idempotency-Key` header. */
  readonly keyAt?: readonly Place[];
  /** The call stands as a method decorator. */
  readonly decorates?: true;
  readonly see: string;
}

/** A call that limits load or makes the service visible: a rate limiter's creation, a logger's, the start of a tracer. */
export interface ProvisionRow {
  readonly when?: When;
  readonly call: Path;
  /**
   * What a limit covers. `chain`: what it stands in front of, as middleware, as a guard or as a plugin of what that is registered on. `path`: the request
   * that makes the call. `consumer`: the consumer that the call registers. Absent: the call does not tell.
   */
  readonly covers?: 'chain' | 'path' | 'consumer';
  /** It covers nothing where this is so. */
  readonly unless?: When;
  /** It limits only where one of these is set. */
  readonly needs?: readonly Place[];
  /** Decorators that take an entry point out. */
  readonly exemptBy?: readonly Path[];
  /** It sees routes as they are registered: those registered beside it before it has loaded are not covered. */
  readonly laterRoutesOnly?: true;
  /** It turns unready as soon as the process has been told to end. */
  readonly turnsUnready?: true;
  /** How many at once, of a consumer. */
  readonly atOnce?: Limit;
  readonly is: 'rate-limit' | 'load-shedding' | 'concurrency' | 'bulkhead' | 'logger' | 'request-id' | 'tracer' | 'metrics' | 'error-reporting' | 'health';
}

/** Dependency injection: how a framework hands values to constructors. */
export interface InjectionRow {
  /** Parameter decorators that name a token: Nest's and tsyringe's `inject`; the token's place. */
  readonly tokens?: readonly { readonly decorator: Path; readonly tokenAt: Place }[];
  /** Provider objects: the keys that hold the token and the ways to give a value. */
  readonly provider?: { readonly token: string; readonly class: string; readonly value: string; readonly factory: string; readonly existing: string; readonly inject: string };
  /** With the token at `result:`, the call's result is a provider, wherever it is bound (awilix's `asClass(C)`).
   * Calls that bind a token: `container.bind(T).to(C)`, `container.register(T, { useClass })`. */
  readonly bindings?: readonly { readonly call: Path; readonly tokenAt: Place; readonly classAt?: Place; readonly valueAt?: Place; readonly factoryAt?: Place; readonly providerAt?: Place; readonly mapAt?: Place; /** The call on a provider after which each request's scope makes one of its own. */ readonly scopedBy?: Path }[];
  /** Calls that resolve a token: `container.resolve(T)`, `container.get(T)`, `moduleRef.get(T)`. */
  readonly resolves?: readonly { readonly call: Path; readonly tokenAt: Place }[];
  /** Where providers, and modules with providers of their own, are listed. */
  readonly lists?: readonly { readonly decorator: Path; readonly providersAt?: Place; readonly modulesAt?: Place; /** The property that lists classes whose decorated methods are entry points: `controllers`. */ readonly classesAt?: string; /** The property of an imported object that holds the class it is of: `module`. */ readonly moduleAt?: string }[];
  /** Methods that the framework calls at start-up on instances of classes that this library's decorators decorate: `onModuleInit`. */
  readonly starts?: readonly string[];
  /** Calls whose registration is the creation of what gets injected: `HttpModule.register(options)` gives `HttpService()`. */
  readonly provides?: readonly ProvidesRow[];
  /** Parameter decorators that inject a value of this path whatever the type says. */
  readonly injects?: readonly { readonly decorator: Path; readonly gives: Path; /** The decorator names what the value is of, as the call that makes one would: `@InjectRepository(Order)`. */ readonly makes?: true; /** Where the name of the registration stands that is meant. */ readonly nameAt?: Place }[];
  /** Decorators of a class of which each request gets an instance of its own, where one of these stands at the place: in `unless`, it is kept for many. */
  readonly perRequest?: readonly { readonly decorator: Path; readonly at: Place; readonly is: readonly string[]; readonly unless?: When }[];
  /** Objects whose members are the registered values, by name: awilix's `createContainer().cradle`. */
  readonly cradles?: readonly Path[];
  /** By name: constructor parameters or a destructured cradle get what was registered under that name (awilix). */
  readonly byName?: boolean;
}
