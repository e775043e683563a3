// The worker that analyses articles: started with the page, so that it is warm; ended to stop it, and started again.
'use strict';

const analyst = (() => {
  let worker = null;
  let current = 0;  // the job that it is at; 0: none
  let arrive = null;
  let source = {address: 'worker.js'};  // in the single file: where its script lies, and the program

  const failed = () => {
    const job = current;
    restart();
    if (job) arrive('failed', {number: job, bytes: 'The analysis stopped before its end: this browser may have too little memory for an article this long.'});
  };

  function restart() {
    if (worker) worker.terminate();
    current = 0;
    worker = new Worker(source.address);
    worker.postMessage({program: source.program});
    worker.onerror = (event) => {
      event.preventDefault();
      if (current) return failed();
      worker = null;  // it could not even start: the next article tries again
    };
    worker.onmessage = ({data}) => {
      if (data.job !== current) return;
      if (data.broken) return failed();
      if ('progress' in data) return arrive('progress', {number: data.job, name: String(data.progress)});
      current = 0;
      if (data.failed) arrive('failed', {number: data.job, bytes: data.failed});
      else arrive('annotated', {number: data.job, name: data.notice, bytes: data.bytes});
    };
  }

  function send(job, message) {
    if (!worker || current) restart();
    current = job;
    worker.postMessage({...message, job}, [message.bytes.buffer]);
  }

  return {
    start(arriveInPage, packedSource) {
      arrive = arriveInPage;
      source = packedSource ?? source;
      restart();
    },
    analyse: (job, bytes, input) => send(job, {bytes, input}),
    annotateAgain: (job, bytes) => send(job, {bytes}),
    cancel: () => { if (current) restart(); },
  };
})();
