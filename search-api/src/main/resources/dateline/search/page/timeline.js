// Lets a reader draw a range of time: drag over the bars, or hold Shift and click the other end.
const plot = document.querySelector('.plot');
const bars = plot ? [...plot.querySelectorAll('a')] : [];
const DRAG_MIN = 6; // pixels; less is a click

function dates(bar) {
  const asked = new URL(bar.href.baseVal, location).searchParams;
  return [asked.get('from'), asked.get('to')];
}

/** The bar under or next to a place, and the place itself, from the left of the picture. */
function nearest(x) {
  const left = plot.getBoundingClientRect().left;
  const distance = (bar) => {
    const box = bar.querySelector('rect').getBoundingClientRect();
    return Math.max(box.left - left - x, x - (box.right - left), 0);
  };
  return bars.reduce((best, bar) => (distance(bar) < distance(best) ? bar : best));
}

function go(one, other) {
  const [first, last] = bars.indexOf(one) <= bars.indexOf(other) ? [one, other] : [other, one];
  const address = new URL(plot.dataset.all, location);
  address.searchParams.set('from', dates(first)[0]);
  address.searchParams.set('to', dates(last)[1]);
  location.assign(address);
}

if (bars.length) {
  const place = (event) => event.clientX - plot.getBoundingClientRect().left;
  let start = null;
  let frame = null;
  let isDrawn = false;

  plot.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    start = place(event);
    isDrawn = false;
  });

  addEventListener('pointermove', (event) => {
    if (start === null || (!frame && Math.abs(place(event) - start) < DRAG_MIN)) return;
    if (!frame) {
      frame = document.createElementNS(plot.namespaceURI, 'rect');
      frame.setAttribute('class', 'drawn');
      frame.setAttribute('height', '72');
      plot.prepend(frame);
    }
    const end = Math.min(Math.max(place(event), 0), plot.clientWidth);
    frame.setAttribute('x', Math.min(start, end));
    frame.setAttribute('width', Math.abs(end - start));
  });

  const stop = (event) => {
    if (frame && event.type === 'pointerup') {
      isDrawn = true;
      go(nearest(start), nearest(place(event)));
    }
    frame?.remove();
    frame = start = null;
  };
  addEventListener('pointerup', stop);
  addEventListener('pointercancel', stop);

  plot.addEventListener('dragstart', (event) => event.preventDefault()); // of the links
  plot.addEventListener('click', (event) => {
    const chosen = bars.filter((bar) => !bar.querySelector('.outside'));
    if (isDrawn) {
      event.preventDefault();
    } else if (event.shiftKey && chosen.length < bars.length) {
      event.preventDefault();
      const bar = nearest(place(event));
      go(bars.indexOf(bar) < bars.indexOf(chosen[0]) ? chosen.at(-1) : chosen[0], bar);
    }
    isDrawn = false;
  });
}
