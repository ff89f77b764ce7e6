// Draws the chart of a canvas from the table that it names; without this script the table remains.
(function () {
  'use strict';

  const SHAPES = ['circle', 'triangle', 'rectRot', 'rect'];

  function colourOf(heading) {
    return getComputedStyle(heading).getPropertyValue('--level').trim() || '#5b6472';
  }

  function draw(canvas) {
    const table = document.getElementById(canvas.dataset.chartOf);
    const headings = Array.from(table.tHead.rows[0].cells).slice(1, -1);
    const rows = Array.from(table.tBodies[0].rows);
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    Chart.defaults.font.size = 14;
    Chart.defaults.color = getComputedStyle(document.body).color;
    new Chart(canvas, {
      type: 'bar',
      data: {
        labels: rows.map((row) => row.cells[0].textContent.trim()),
        datasets: headings.map((heading, index) => ({
          label: heading.lastChild.textContent.trim(),
          data: rows.map((row) => Number(row.cells[index + 1].textContent)),
          backgroundColor: colourOf(heading),
          borderColor: '#ffffff',
          borderWidth: 1,
          maxBarThickness: 34,
          pointStyle: SHAPES[index % SHAPES.length]
        }))
      },
      options: {
        indexAxis: 'y',
        responsive: true,
        maintainAspectRatio: false,
        animation: false,
        scales: {
          x: { stacked: true, ticks: { precision: 0 }, title: { display: true, text: '疑似问题（项）' } },
          y: { stacked: true, grid: { display: false } }
        },
        plugins: { legend: { position: 'top', labels: { usePointStyle: true } } }
      }
    });
  }

  document.querySelectorAll('canvas[data-chart-of]').forEach(draw);
})();
