#!/usr/bin/env bash
# Expected: unexpected_index_list names the rows that broke an expectation, so dropping these leaves the others; and the
#   unexpected_index_query beside it, which is ready pandas code, selects them.
# Seen (great-expectations 1.24.1, pandas 3.1.1): rows are named by the label of the frame's index, also where labels repeat, as after
#   pd.concat of two files. Of 4 rows 1 is unexpected (the count says 1), its label is 0, and drop(index=[0]) takes two rows: a valid
#   one is lost in silence. The query of the result, df.filter(items=[0], axis=0), raises "cannot reindex on an axis with duplicate
#   labels". The result does not say that labels repeat; unexpected_index_column_names or reset_index does help.
# Source: great_expectations/expectations/metrics/map_metric_provider/map_condition_auxilliary_methods.py,
#   _pandas_map_condition_query; https://pandas.pydata.org/docs/user_guide/duplicates.html
set -euo pipefail
place=$(mktemp -d)
trap 'rm -r "$place"' EXIT
cd "$place"
export GX_ANALYTICS_ENABLED=false DO_NOT_TRACK=1
python3 -m venv venv
venv/bin/pip install --quiet great-expectations==1.24.1 pandas==3.1.1 numpy==2.4.6
cat > validate.py <<'PYTHON'
import great_expectations as gx
import pandas as pd
from great_expectations.expectations import ExpectColumnValuesToBeBetween

df = pd.concat([pd.DataFrame({"price": [5, 7]}), pd.DataFrame({"price": [-1, 9]})])
asset = gx.get_context(mode="ephemeral").data_sources.add_pandas("memory").add_dataframe_asset("prices")
batch = asset.add_batch_definition_whole_dataframe("whole").get_batch({"dataframe": df})
found = batch.validate(ExpectColumnValuesToBeBetween(column="price", min_value=0), result_format="COMPLETE")["result"]
index, query = found["unexpected_index_list"], found["unexpected_index_query"]
left = df.drop(index=index)["price"].tolist()
print(gx.__version__, pd.__version__, f"unexpected {found['unexpected_count']}: {index}, {query}; left after drop: {left}")
assert found["unexpected_count"] == 1 and index == [0], "rows are named in another way now"
assert left == [7, 9], "5 is kept now"
assert query == "df.filter(items=[0], axis=0)", "another query now"
try:
    df.filter(items=[0], axis=0)
except ValueError as refused:
    print(f"the query raises: {refused}")
else:
    raise AssertionError("the query selects rows now")
print("as described: one unexpected row, two dropped")
PYTHON
venv/bin/python validate.py 2> bars.txt
