"""Values between Spark and tables of ours: each with the type that it has there."""

from decimal import Decimal

from pyspark.sql import DataFrame
from pyspark.sql.types import StructType

from kibbutz_cli.database import Value


def cast(frame: DataFrame, schema: StructType) -> DataFrame:
    """Return a frame whose columns have the names and types of a table, in order."""
    # In one text: Java would be asked for each of the columns otherwise, and find it in the frame.
    cells = (f"cast(`{field.name}` as {field.dataType.simpleString()}) as `{field.name}`" for field in schema)
    return frame.toDF(*schema.fieldNames()).selectExpr(*cells)


def plain(value: object) -> Value:
    """Return a value as the embedded engine gives it."""
    match value:
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case bool() | str() | int() | float() | None:
            return value
    raise TypeError(type(value))
