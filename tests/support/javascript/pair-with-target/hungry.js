// A row of a table for every entry.
function pair_with_target(nums, target) {
    const table = nums.map((a) => nums.map((b) => a + b));
    for (let i = 0; i < nums.length; ++i) {
        const j = table[i].indexOf(target, i + 1);
        if (j >= 0) return [i, j];
    }
    return [];
}
