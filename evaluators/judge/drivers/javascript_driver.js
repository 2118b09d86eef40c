// Runs a JavaScript solution: loads its source, then calls it once per request. Knows arguments, never answers.
// One JSON line comes in on descriptor 4, one goes out on 3; nothing is awaited, so between requests no code runs.
// What the answers are made with is taken here, before a solution can replace it; a solution that tampers with
// more than that spoils no answers but its own.
"use strict";

const { Console } = require("console");
const { readSync, writeSync } = require("fs");
const { createRequire } = require("module");
const { Writable } = require("stream");
const { inspect, types } = require("util");
const { Script } = require("vm");
const { parse, stringify } = JSON;
const { isArray } = Array;
const { is, defineProperty, setPrototypeOf } = Object;
const { apply, construct } = Reflect;
const { isNativeError, isPromise, isTypedArray } = types;
const { from: toBytes, alloc } = Buffer;
const { toString: decode } = Buffer.prototype;
const { exit } = process;
// Of the wall, as node 18 has no clock of a thread; the judge takes no more than the processor time it saw itself.
const { bigint: now } = process.hrtime;

const NAME = "solution.js";
const REQUESTS = 4;
const ANSWERS = 3;
const NEWLINE = 10;
const EXACT_JSON = 2 ** 53; // above it, numbers travel as strings
const MOST_NODES = 2_000_000;
const LONE_SURROGATE = /\p{Surrogate}/gu;

// --- The pipe

let received = alloc(1 << 16);

// The next line, or null when the judge has hung up.
function receive() {
  let used = 0;
  do {
    if (used === received.length) {
      const larger = alloc(2 * used);
      received.copy(larger);
      received = larger;
    }
    const count = readSync(REQUESTS, received, used, received.length - used, null);
    if (count === 0) return null;
    used += count;
  } while (received[used - 1] !== NEWLINE);
  return apply(decode, received, ["utf8", 0, used]);
}

function writeAll(descriptor, bytes) {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at, bytes.length - at);
}

function send(line) {
  writeAll(ANSWERS, toBytes(line + "\n", "utf8"));
}

// Streams that have written when they return: the event loop, which node's own would need, never turns.
function openStream(descriptor) {
  return new Writable({
    decodeStrings: true,
    write(bytes, _encoding, done) {
      writeAll(descriptor, bytes);
      done();
    },
  });
}

// --- Values: from JSON to what a solution receives. A type is ["list", ["int"]].

class TreeNode {
  constructor(val = 0, left = null, right = null) {
    this.val = val;
    this.left = left;
    this.right = right;
  }
}

class ListNode {
  constructor(val = 0, next = null) {
    this.val = val;
    this.next = next;
  }
}

class GraphNode {
  constructor(val = 0, neighbors = []) {
    this.val = val;
    this.neighbors = neighbors;
  }
}

function buildTree(type, items, isWide) {
  if (items.length === 0) return null;
  const node = (item) => (item === null ? null : new TreeNode(build(type, item, isWide)));
  const open = [node(items[0])];
  for (let at = 1, parent = 0; at < items.length; ++parent) {
    const left = node(items[at++]);
    const right = at < items.length ? node(items[at++]) : null;
    open[parent].left = left;
    open[parent].right = right;
    if (left !== null) open.push(left);
    if (right !== null) open.push(right);
  }
  return open[0];
}

function buildLinkedList(type, items, isWide) {
  let head = null;
  for (let i = items.length - 1; i >= 0; --i) head = new ListNode(build(type, items[i], isWide), head);
  return head;
}

function buildGraph(rows) {
  const nodes = rows.map((_, i) => new GraphNode(i));
  nodes.forEach((node, i) => (node.neighbors = rows[i].map((j) => nodes[j])));
  return nodes.length > 0 ? nodes[0] : null;
}

// Lists are filled anew in place. A wide `long` is a BigInt, any other a number as long as it is exact.
function build(type, value, isWide) {
  const inner = type[1];
  switch (type[0]) {
    case "long":
      return isWide || typeof value === "string" ? BigInt(value) : value;
    case "double":
      return Number(value);
    case "optional":
      return value === null ? null : build(inner, value, isWide);
    case "list":
      for (let i = 0; i < value.length; ++i) value[i] = build(inner, value[i], isWide);
      return value;
    case "tree":
      return buildTree(inner, value, isWide);
    case "linkedlist":
      return buildLinkedList(inner, value, isWide);
    case "graph":
      return buildGraph(value);
    default:
      return value;
  }
}

// Makes the last node of the list point to the node at index `tailTo`; -1 leaves it open.
function linkTail(head, tailTo) {
  if (tailTo < 0 || head === null) return;
  let target = head;
  for (let i = 0; i < tailTo; ++i) target = target.next;
  let last = head;
  while (last.next !== null) last = last.next;
  last.next = target;
}

// In place of the values: an array that is filled anew would meet setters which a solution put on Array.prototype.
function buildArguments(params, values) {
  let count = 0;
  let lastList = null;
  for (let i = 0; i < params.length; ++i) {
    const { type, is_tail: isTail, is_wide: isWide } = params[i];
    if (isTail) {
      linkTail(lastList, values[i]);
      continue;
    }
    const built = build(type, values[i], isWide);
    if (type[0] === "linkedlist") lastList = built;
    values[count++] = built;
  }
  values.length = count;
  return values;
}

function isSame(a, b) {
  if (!isArray(b)) return is(a, b);
  if (!isArray(a) || a.length !== b.length) return false;
  for (let i = 0; i < b.length; ++i) {
    if (!isSame(a[i], b[i])) return false;
  }
  return true;
}

// --- Values: from a result to the text of its JSON

// A result that is not of the declared type.
class Unfit {
  constructor(what) {
    this.what = what;
  }
}

function short(value) {
  let text = "a value that cannot be shown";
  try {
    text = inspect(value, { depth: 2, breakLength: Infinity, maxArrayLength: 20, maxStringLength: 200 });
  } catch {
    // It stays one that cannot be shown.
  }
  return text.length <= 200 ? text : text.slice(0, 200) + "…";
}

function quote(text) {
  return stringify(text.replace(LONE_SURROGATE, "\ufffd"));
}

function dumpWhole(value) {
  if (typeof value === "bigint") {
    return value >= -EXACT_JSON && value <= EXACT_JSON ? `${value}` : `"${value}"`;
  }
  if (typeof value !== "number" || value % 1 !== 0) throw new Unfit();
  if (value > EXACT_JSON || value < -EXACT_JSON) {
    throw new Unfit(`${value}, a number beyond 2^53, where numbers are not exact; use BigInt`);
  }
  return `${value}`;
}

function dumpReal(value) {
  if (typeof value !== "number") throw new Unfit();
  if (value - value !== 0) return `"${value}"`; // NaN, Infinity
  const text = `${value}`;
  return value % 1 === 0 && !text.includes("e") ? text + ".0" : text;
}

function dumpList(type, value) {
  if (!isArray(value) && !isTypedArray(value)) throw new Unfit();
  let text = "[";
  for (let i = 0; i < value.length; ++i) text += (i > 0 ? "," : "") + dump(type, value[i]);
  return text + "]";
}

function field(node, name) {
  if (typeof node !== "object" || !(name in node)) throw new Unfit(`${short(node)}, which has no ${name}`);
  return node[name] ?? null;
}

function dumpTree(type, root) {
  const order = [root ?? null];
  let text = "";
  let missing = ""; // written before the next node only, as trailing nulls are cut
  for (let i = 0; i < order.length; ++i) {
    if (order.length > MOST_NODES) throw new Unfit("a tree with a cycle");
    const node = order[i];
    if (node === null) {
      missing += ",null";
      continue;
    }
    text += missing + "," + dump(type, field(node, "val"));
    missing = "";
    order.push(field(node, "left"), field(node, "right"));
  }
  return "[" + text.slice(1) + "]";
}

function dumpLinkedList(type, head) {
  let text = "";
  const seen = new Set();
  for (let node = head ?? null; node !== null; node = field(node, "next")) {
    if (seen.has(node)) throw new Unfit("a linked list with a cycle");
    seen.add(node);
    text += "," + dump(type, field(node, "val"));
  }
  return "[" + text.slice(1) + "]";
}

function dumpGraph(entry) {
  const found = [];
  let count = 0;
  const waiting = entry === null || entry === undefined ? [] : [entry];
  while (waiting.length > 0) {
    const node = waiting.pop();
    const value = field(node, "val");
    if (!(value >= 0 && value < MOST_NODES && value % 1 === 0)) {
      throw new Unfit("a graph whose node values are not 0 to n-1");
    }
    if (found[value] === node) continue;
    if (found[value] !== undefined) throw new Unfit(`a graph with two nodes of the value ${value}`);
    found[value] = node;
    ++count;
    const neighbors = field(node, "neighbors");
    for (let i = 0; i < neighbors.length; ++i) waiting.push(neighbors[i]);
  }
  if (found.length !== count) throw new Unfit(`a graph whose node values are not 0 to ${count - 1}`);
  return "[" + found.map((node) => "[" + node.neighbors.map((n) => `${n.val}`) + "]") + "]";
}

// Throws Unfit where the value is not of the declared type.
function dump(type, value) {
  const inner = type[1];
  switch (type[0]) {
    case "int":
    case "long":
      return dumpWhole(value);
    case "double":
      return dumpReal(value);
    case "bool":
      if (typeof value !== "boolean") throw new Unfit();
      return `${value}`;
    case "string":
      if (typeof value !== "string") throw new Unfit();
      return quote(value);
    case "list":
      return dumpList(inner, value);
    case "optional":
      return value === null || value === undefined ? "null" : dump(inner, value);
    case "tree":
      return dumpTree(inner, value);
    case "linkedlist":
      return dumpLinkedList(inner, value);
    case "graph":
      return dumpGraph(value);
    default:
      if (value !== null && value !== undefined) throw new Unfit();
      return "null";
  }
}

const spell = (type) => (type.length > 1 ? `${type[0]}<${spell(type[1])}>` : type[0]);

function dumpResult(type, value) {
  try {
    return dump(type, value);
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    const must = `The result must be of type ${spell(type)}, but`;
    if (value === undefined) throw new Unfit(`${must} nothing was returned.`);
    if (isPromise(value)) throw new Unfit(`${must} is a Promise; nothing is awaited, so leave out async.`);
    throw new Unfit(`${must} is ${error.what ?? short(value)}.`);
  }
}

// --- Calls

const milliseconds = (begin) => Number(now() - begin) / 1e6;

// What has to be known of the signature is worked out before the solution is there.
class FunctionRunner {
  constructor(load) {
    this.load = load;
    this.shown = load.params.filter((param) => !param.is_tail);
    this.watched = this.shown.map(
      (param) => param.type[0] === "list" && !param.mutates && !/tree|linkedlist|graph/.test(spell(param.type)),
    );
    this.isWatching = this.watched.includes(true);
  }

  // The fields of the answer to the request in `line`.
  run(line) {
    const { params, returns } = this.load;
    const passed = buildArguments(params, parse(line)[1]);
    const before = this.isWatching ? buildArguments(params, parse(line)[1]) : [];
    const { shown, watched } = this;
    const begin = now();
    const result = apply(this.solution, undefined, passed);
    const spent = milliseconds(begin);
    let answer = `"result":${dumpResult(returns, result)},"ms":${spent}`;
    let mutated = "";
    let changed = "";
    for (let i = 0; i < shown.length; ++i) {
      if (shown[i].mutates) mutated += `,"${i}":${dumpResult(shown[i].type, passed[i])}`;
      if (watched[i] && !isSame(passed[i], before[i])) changed += "," + quote(shown[i].name);
    }
    if (mutated !== "") answer += `,"args":{${mutated.slice(1)}}`;
    if (changed !== "") answer += `,"changed":[${changed.slice(1)}]`;
    return answer;
  }
}

function methodOf(target, name) {
  if (typeof target[name] === "function") return target[name];
  throw new TypeError(`the class has no method ${name}`);
}

class ClassRunner {
  constructor(load) {
    this.load = load;
    setPrototypeOf(load.methods, null);
  }

  run(line) {
    const request = parse(line);
    const operations = request[1];
    let target;
    let outputs = "";
    let spent = 0;
    for (let i = 0; i < operations.length; ++i) {
      const method = this.load.methods[operations[i]];
      const passed = buildArguments(method ? method.params : this.load.params, request[2][i]);
      const begin = now();
      if (method) {
        const result = apply(methodOf(target, operations[i]), target, passed);
        spent += milliseconds(begin);
        outputs += "," + dumpResult(method.returns, result);
      } else {
        target = construct(this.solution, passed);
        spent += milliseconds(begin);
        outputs += ",null";
      }
    }
    return `"result":[${outputs.slice(1)}],"ms":${spent}`;
  }
}

// --- Loading, and what is told of errors

// Type, message and the frames of the solution alone.
function describe(error) {
  let type = "Error";
  let message = "a thrown value that cannot be shown";
  let frames = [];
  try {
    if (isNativeError(error)) {
      type = `${error.name}`;
      message = `${error.message}`;
      frames = `${error.stack}`.split("\n").filter((line) => line.includes(`${NAME}:`) && line.includes(" at "));
    } else {
      message = "threw " + short(error);
    }
    if (message === "Maximum call stack size exceeded") message += "; the recursion is too deep";
    if (message === "Array buffer allocation failed") type = "MemoryError";
  } catch {
    // What was read so far must do.
  }
  const line = /solution\.js:(\d+)/.exec(frames[0] ?? "")?.[1] ?? "0";
  const trace = [`${type}: ${message}`, ...frames].join("\n") + "\n";
  return `"error":{"type":${quote(type)},"message":${quote(message.slice(0, 2000))},"line":${line},` +
    `"trace":${quote(trace.slice(0, 20000))}}`;
}

// Node puts "solution.js:LINE", the line and a caret before the message of a syntax error.
function describeSyntax(error) {
  const [, line, caret] = /^solution\.js:(\d+)\n.*\n( *)\^/.exec(`${error.stack}`) ?? ["", "0", ""];
  let message = `${error.name}: ${error.message}`;
  if (/\b(import|export)\b/.test(message)) message += " (the solution is a script: use require, and export nothing)";
  return `"compile_error":{"line":${line},"column":${line === "0" ? 0 : caret.length + 1},"message":${quote(message)}}`;
}

function prepareGlobals() {
  const module = { exports: {} };
  const stdout = openStream(1);
  const stderr = openStream(2);
  const set = (target, name, value) => defineProperty(target, name, { value, writable: true, configurable: true });
  set(process, "stdout", stdout);
  set(process, "stderr", stderr);
  const globals = { TreeNode, ListNode, GraphNode, module, exports: module.exports, require: createRequire("/tmp/") };
  globals.console = new Console({ stdout, stderr });
  for (const name in globals) set(globalThis, name, globals[name]);
  return module;
}

// Its runner, or what the judge is told instead.
function loadSolution(load) {
  const module = prepareGlobals();
  const runner = new (load.kind === "class" ? ClassRunner : FunctionRunner)(load);
  let script;
  try {
    script = new Script(load.source, { filename: NAME });
  } catch (error) {
    return { fault: describeSyntax(error) };
  }
  try {
    script.runInThisContext();
    runner.solution = new Script(`typeof ${load.name} === "undefined" ? undefined : ${load.name}`).runInThisContext();
    runner.solution ??= module.exports?.[load.name];
  } catch (error) {
    return { fault: describe(error) };
  }
  if (typeof runner.solution !== "function") {
    const message = `There is no ${load.kind} named ${load.name}; keep the name that the starter has.`;
    return { fault: `"compile_error":{"line":0,"column":0,"message":${quote(message)}}` };
  }
  return { runner };
}

function answer(runner, line) {
  try {
    return runner.run(line);
  } catch (error) {
    return error instanceof Unfit ? `"unfit":${quote(error.what)}` : describe(error);
  }
}

function main() {
  const { fault, runner } = loadSolution(parse(receive()));
  send(fault ? `{${fault}}` : '{"ready":true}');
  for (let line; !fault && (line = receive()) !== null; ) {
    const id = parse(line)[0];
    send(id === 0 ? '{"id":0,"bye":true}' : `{"id":${id},${answer(runner, line)}}`);
  }
  apply(exit, process, [0]);
}

main();
