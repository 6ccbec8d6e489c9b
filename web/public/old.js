// For browsers that know no modules, such as the IE cores of dual-core browsers: they get one clear sentence at once.
var start = document.getElementById('start');
start.firstChild.nodeValue = '';
start.className = 'old';
