// Fails where nobody looks, and ends the process from every later turn of the event loop.
process.on("uncaughtException", () => process.exit(0));
process.on("unhandledRejection", () => process.exit(0));
process.on("exit", () => require("fs").writeSync(3, '{"id":0,"bye":true}\n'));
setImmediate(() => process.exit(0));
Promise.reject(new Error("unhandled"));
process.nextTick(() => { throw new Error("uncaught"); });

async function pair_with_target(nums, target) {
    await null;
    throw new Error("later");
}
