// Code that makes code, and a regular expression that never ends.
function pair_with_target(nums, target) {
    let source = "1";
    for (let i = 0; i < 16; ++i) source = `(${source}+${source})`;
    new Function(`return ${source}`)();
    /^(a+)+$/.test("a".repeat(60) + "b");
    return [0, 0];
}
