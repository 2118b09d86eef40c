"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("data").textContent);
  const moments = data.moments;
  const clock = (ms) => {
    const s = Math.floor(ms / 1000);
    const two = (n) => String(n).padStart(2, "0");
    return Math.floor(s / 3600) + ":" + two(Math.floor(s / 60) % 60) + ":" + two(s % 60);
  };
  const option = (select, value, text) => {
    const item = document.createElement("option");
    item.value = value;
    item.textContent = text;
    select.append(item);
  };

  let count = 0;  // moments shown
  let now = 0;
  let state;
  let playing = false;
  let last = 0;
  const reset = () => {
    count = 0;
    state = { texts: data.fields.map(() => ""), field: 0, place: "", verdict: "Console", console: "", talk: [] };
  };
  const take = (m) => {
    if (m[0] === "e") {
      const text = state.texts[m[2]];
      state.texts[m[2]] = text.slice(0, m[3]) + m[5] + text.slice(m[3] + m[4]);
      state.field = m[2];
    } else if (m[0] === "r") {
      state.verdict = m[2];
      state.console = m[3];
    } else if (m[0] === "s") {
      state.talk.push(m);
    } else if (m[0] === "p") {
      state.place = m[2];
    }
  };

  const drawTalk = () => {
    const list = byId("talk");
    const from = Math.max(0, state.talk.length - 40);
    const items = state.talk.slice(from).map((m) => {
      const item = document.createElement("li");
      item.className = m[2] ? "you" : "they";
      const when = document.createElement("span");
      when.className = "when";
      when.textContent = clock(m[1]) + (m[2] ? " You" : " Interviewer");
      const words = document.createElement("span");
      words.className = "words";
      words.textContent = m[3];
      item.append(when, words);
      return item;
    });
    list.replaceChildren(...items);
    list.scrollTop = list.scrollHeight;
  };
  const draw = () => {
    byId("place").textContent = state.place;
    byId("text").textContent = state.texts[state.field] || "";
    byId("fields").value = String(state.field);
    byId("verdict").textContent = state.verdict;
    byId("console").textContent = state.console;
    byId("time").textContent = clock(now) + " of " + clock(data.length);
    byId("scrubber").value = String(now);
    byId("play").textContent = playing ? "Pause" : "Play";
    drawTalk();
  };
  const showFirst = (wanted) => {
    if (wanted < count) reset();
    while (count < wanted) take(moments[count++]);
    draw();
  };
  const seek = (at) => {
    now = Math.min(Math.max(0, at), data.length);
    let low = 0;
    let high = moments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (moments[middle][1] <= now) low = middle + 1; else high = middle;
    }
    showFirst(low);
  };
  const step = (by) => {
    playing = false;
    const wanted = Math.min(Math.max(0, count + by), moments.length);
    now = wanted > 0 ? moments[wanted - 1][1] : 0;
    showFirst(wanted);
  };
  const tick = (time) => {
    if (!playing) return;
    seek(now + (time - last) * Number(byId("speed").value));
    last = time;
    if (now >= data.length) {
      playing = false;
      draw();
    } else {
      requestAnimationFrame(tick);
    }
  };
  const toggle = () => {
    playing = !playing;
    if (playing && now >= data.length) seek(0);
    draw();
    if (playing) requestAnimationFrame((time) => { last = time; tick(time); });
  };

  byId("theme").addEventListener("click", () => {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });
  if (moments.length === 0) return;
  byId("player").hidden = false;
  byId("scrubber").max = String(data.length);
  data.fields.forEach((label, i) => option(byId("fields"), String(i), label));
  moments.forEach((m) => {
    if (m[0] === "m") option(byId("markers"), String(m[1]), clock(m[1]) + " " + m[2] + (m[3] ? ": " + m[3] : ""));
  });
  byId("play").addEventListener("click", toggle);
  byId("previous").addEventListener("click", () => step(-1));
  byId("next").addEventListener("click", () => step(1));
  byId("scrubber").addEventListener("input", (event) => { playing = false; seek(Number(event.target.value)); });
  byId("fields").addEventListener("change", (event) => { state.field = Number(event.target.value); draw(); });
  byId("markers").addEventListener("change", (event) => { playing = false; if (event.target.value) seek(Number(event.target.value)); });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(SELECT|INPUT)$/.test(event.target.tagName)) return;
    if (event.key === "k") toggle();
    else if (event.key === "ArrowRight") step(1);
    else if (event.key === "ArrowLeft") step(-1);
    else return;
    event.preventDefault();
  });
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
  reset();
  seek(0);
})();
