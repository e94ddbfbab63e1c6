-- Firmware and withheld texts change what is read about a product, too: the index of the last such entry is made anew.
delete from projection.product_search;

-- everything is made from the log again at the next start
delete from projection.position;
